import type { Step } from '../../../setup/plan'
import { setupSteps } from '../../../setup/steps'
import { cloudCalls } from '../../../setup/steps/cloudCalls'
import type { Deployment } from '../deployment'
import { functions } from './functions'
import { miniProgram } from './miniProgram'
import { route } from './route'
import { rule } from './rule'
import { timer } from './timer'

export const parts = ['functions', 'rules', 'miniprogram'] as const
export type Part = (typeof parts)[number]

/** In their order: nothing is open when the functions come, and the timer starts when everything it needs is there. */
const table: readonly { of: readonly Part[]; steps: (deployment: Deployment) => Step[] }[] = [
  { of: ['functions', 'rules'], steps: ({ target }) => setupSteps(target) },
  { of: ['functions'], steps: deployment => [functions(deployment), cloudCalls(deployment)] },
  { of: ['rules'], steps: deployment => [rule(deployment)] },
  { of: ['functions', 'rules'], steps: deployment => [route(deployment)] },
  { of: ['functions'], steps: deployment => [timer(deployment)] },
  { of: ['miniprogram'], steps: deployment => [miniProgram(deployment)] },
]

/** `only`: null is everything. */
export function deploySteps(deployment: Deployment, only: Part | null): Step[] {
  return table
    .filter(({ of }) => only === null || of.includes(only))
    .flatMap(({ steps }) => steps(deployment))
}
