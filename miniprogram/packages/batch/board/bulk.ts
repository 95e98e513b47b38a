import type { RowState, RowView } from '../../../cloud/types'

/** What can be done with many rows at once. */
export const bulkKinds = ['repair', 'resubmit', 'cancel', 'remove'] as const
export type BulkKind = (typeof bulkKinds)[number]

const takes: Readonly<Record<BulkKind, readonly RowState[]>> = {
  repair: ['accepted', 'ready', 'processing'],
  resubmit: ['indeterminate', 'rejected'],
  cancel: ['queued', 'indeterminate', 'accepted', 'ready', 'processing', 'rejected'],
  remove: ['draft'],
}
/** A person decides about these; of the others only that they are not wanted any more. */
const undecided: readonly RowState[] = takes.resubmit

export function rowsFor(kind: BulkKind, rows: readonly RowView[]): RowView[] {
  return rows.filter(row => takes[kind].includes(row.state))
}

/** Rows of which nobody knows whether the vendor has them. */
export function unsure(rows: readonly RowView[]): number {
  return rows.filter(row => row.state === 'indeterminate').length
}

/** Canceling is a decision about some rows and a withdrawal of others: two different questions to the server. */
export function parted(rows: readonly RowView[]): { undecided: string[]; others: string[] } {
  const ids = (wanted: boolean) =>
    rows.filter(row => undecided.includes(row.state) === wanted).map(row => row.id)
  return { undecided: ids(true), others: ids(false) }
}
