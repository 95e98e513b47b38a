import type { RowState, RowView } from '../../../cloud/types'

/** The parts of the bar: every row is in exactly one. */
export const stages = [
  'draft',
  'sending',
  'indeterminate',
  'ready',
  'processing',
  'verified',
  'already',
  'rejected',
  'canceled',
] as const
export type Stage = (typeof stages)[number]

export const filterKeys = ['all', 'issues', ...stages] as const
export type FilterKey = (typeof filterKeys)[number]
export type Tally = Readonly<Record<FilterKey, number>>

const stageOf: Readonly<Record<RowState, Stage>> = {
  draft: 'draft',
  queued: 'sending',
  sending: 'sending',
  // The vendor has it, but there is nothing to be done with it yet.
  accepted: 'sending',
  indeterminate: 'indeterminate',
  ready: 'ready',
  processing: 'processing',
  verified: 'verified',
  already: 'already',
  rejected: 'rejected',
  canceled: 'canceled',
}

/** Somebody must correct something: a draft before it is sent, a letter that was turned down. */
export function hasIssues(row: RowView): boolean {
  return row.letterRejected || (row.state === 'draft' && row.issues > 0)
}

export function passes(row: RowView, filter: FilterKey): boolean {
  if (filter === 'all') return true
  return filter === 'issues' ? hasIssues(row) : stageOf[row.state] === filter
}

export function tallyOf(rows: Iterable<RowView>): Tally {
  const counts = Object.fromEntries(filterKeys.map(key => [key, 0])) as Record<FilterKey, number>
  for (const row of rows) {
    counts.all += 1
    counts[stageOf[row.state]] += 1
    if (hasIssues(row)) counts.issues += 1
  }
  return counts
}

/** Lower case, no blanks, brackets in one width: what people do not look at when they search. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')')
}
