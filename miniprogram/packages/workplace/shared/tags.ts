import type { CaseView } from '../../../cloud/types'

/** How operators mark a verification, in the order in which it goes on. */
export const caseTags = [
  'follow',
  'waiting',
  'doubt',
  'settled',
] as const satisfies readonly CaseView['tag'][]
