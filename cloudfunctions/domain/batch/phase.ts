import { finalRowStates, type RowState } from './lifecycle'

/** `draft`: nothing was sent yet · `done`: every row has its end. */
export const batchPhases = ['draft', 'running', 'done', 'canceled'] as const
export type BatchPhase = (typeof batchPhases)[number]

/** Where a batch stands, from how many of its rows stand where. */
export function batchPhase(counts: Readonly<Record<RowState, number>>): BatchPhase {
  const total = sum(Object.values(counts))
  if (counts.draft === total) return 'draft'
  if (counts.canceled === total) return 'canceled'
  return sum(finalRowStates.map(state => counts[state])) === total ? 'done' : 'running'
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
