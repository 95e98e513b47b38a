/** What a document remembers of what the figures of its day do not hold yet. Documents of 0.1 have none of it. */
export interface CountMarks {
  /** Another one with each change that is to be counted; '' or absent: the figures hold the document as it stands. */
  toCount?: string
  /** While there is a `toCount`: the cell under which the figures hold it; '' for none. */
  countedAs?: string
  /** The last intake of its day it was part of. */
  countedIn?: number
}

interface Marked extends CountMarks {
  _id: string
  version: number
}

/** Of a new document. */
export const bornUncounted = (id: string): Required<CountMarks> => ({
  toCount: `${id}_1`,
  countedAs: '',
  countedIn: 0,
})

/** What is written with a change: nothing, when it is counted as before. */
export function uncounted<D extends Marked>(
  before: D,
  changes: Partial<NoInfer<D>>,
  cellOf: (document: NoInfer<D>) => string,
): CountMarks {
  const cell = cellOf(before)
  if (cellOf({ ...before, ...changes }) === cell) return {}
  return {
    toCount: `${before._id}_${before.version + 1}`,
    countedAs: heldAs(before, cell),
    countedIn: before.countedIn ?? 0,
  }
}

/** Under which cell the figures hold a document that stands under `cell` by now; '' for none. */
export function heldAs({ toCount, countedAs }: CountMarks, cell: string): string {
  return toCount ? (countedAs ?? '') : cell
}
