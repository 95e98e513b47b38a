import * as v from 'valibot'
import type { FunctionName, SweepEnd, Used, VendorFailure } from '../domain/health'
import type { VendorId } from '../domain/words'

/** What owners see of how the installation fares. */

export const healthInput = v.optional(v.strictObject({}), {})
export const reachInput = v.optional(v.strictObject({}), {})

export type BacklogKind = 'verifications' | 'rows' | 'deliveries' | 'links' | 'outbox'

export interface BacklogView {
  kind: BacklogKind
  /** Documents that are due now. */
  count: number
  /** There are more than were counted. */
  more: boolean
  /** ms since the epoch since when the first of them is due; null: none is. */
  since: number | null
}

export interface FunctionView {
  name: FunctionName
  /** ms since the epoch of its last note, about a minute behind at most while it is in use. */
  at: number
  release: string
  /** Whether its settings are those of the function that answers. */
  agrees: boolean
}

export interface VendorView {
  id: VendorId
  /** ms since the epoch; null: not in the days that are kept. */
  answeredAt: number | null
  failedAt: number | null
  failure: VendorFailure | null
}

/** Of a plan of the cloud; null: unknown. */
export interface PlanLimits {
  /** A day. */
  reads: number | null
  writes: number | null
  /** A month. */
  calls: number | null
}

export interface HealthResult {
  at: number
  release: string
  /** Only those that have run in the days that are kept. */
  functions: FunctionView[]
  /** null: no run of the timer in the days that are kept. */
  sweep: (SweepEnd & { at: number; late: boolean }) | null
  backlog: BacklogView[]
  vendors: VendorView[]
  /** `aDay`: what a whole day comes to; of `calls` 30 of them make a month. */
  usage: { today: Used; aDay: Used; limits: PlanLimits }
}

/** From inside the function; null where nothing came back. */
export interface Reached {
  /** ms until it answered. */
  ms: number
  /** ms our clock is ahead of it; null: it does not tell. */
  ahead: number | null
}

export interface ReachResult {
  vendors: { id: VendorId; reached: Reached | null }[]
  /** Our own address for notices, asked over the network as a vendor would. */
  callback: {
    reached: Reached | null
    /** It was our function that answered, and the path came through to it whole. */
    passes: boolean
    /** Where our calls come from, as the gateway saw this one; '' when it does not tell. */
    egress: string
  }
}
