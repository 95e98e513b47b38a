import * as v from 'valibot'
import type { LeftOut } from '../domain/sheet/leftOut'

export type { LeftOut } from '../domain/sheet/leftOut'

/**
 * What an operator wants read of a file beside what is read anyway: the first visible sheet with rows below headings,
 * without hidden rows and columns. What an answer names in `leftOut` can be asked for here.
 */
const reading = {
  /** The name of a sheet. */
  sheet: v.optional(v.pipe(v.string(), v.maxLength(100))),
  hiddenRows: v.optional(v.boolean()),
  hiddenColumns: v.optional(v.boolean()),
  /** Makes nothing while the operator has a choice: answers `asked` when something is left out that can be had. */
  ask: v.optional(v.boolean()),
}
export const readingInput = v.optional(v.strictObject(reading))
/** Of a list in which a line at fault keeps all from being made, unless it is left out. */
export const listReadingInput = v.optional(
  v.strictObject({ ...reading, leaveFaulty: v.optional(v.boolean()) }),
)

/** Nothing was made: the operator chooses first. Asked again without `ask`, or for what is left out, it is. */
export interface AskedResult {
  outcome: 'asked'
  /** Rows that would be read as it is. */
  rows: number
  leftOut: LeftOut[]
}
