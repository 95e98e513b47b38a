/** One step of a flow: what is done, and what comes of it. */
import type { Entrance } from './flows'
import type { Typed } from './typing'

export const STEP_ACTIONS = ['choose', 'switch', 'submit', 'mismatch', 'fail'] as const
export type StepAction = (typeof STEP_ACTIONS)[number]

export interface Step {
  action: StepAction
  way?: string
  amount?: string
  /** What the person is told, and `failReason` of a v2 flow. */
  reason: string
  values: Typed
  entrance?: Entrance
  /** Unix ms. */
  now: number
}

/** `failed`: this try did not pass; a v2 flow ended by it says so itself. */
export type Moved = { problem: string } | { face?: boolean; failed?: boolean; note?: string }
