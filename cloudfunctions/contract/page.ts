import * as v from 'valibot'

/** How many entries of a list come at once. */
export const pageLimit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 20)
