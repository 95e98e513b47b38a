import * as v from 'valibot'

export type { LeftOut } from '../domain/sheet/leftOut'

/**
 * What an operator wants read of a file beside what is read anyway: the first visible sheet with rows below headings,
 * without hidden rows and columns. What an answer names in `leftOut` can be asked for here.
 */
export const readingInput = v.optional(
  v.strictObject({
    /** The name of a sheet. */
    sheet: v.optional(v.pipe(v.string(), v.maxLength(100))),
    hiddenRows: v.optional(v.boolean()),
    hiddenColumns: v.optional(v.boolean()),
  }),
)
