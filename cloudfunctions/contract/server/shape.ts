import * as v from 'valibot'

/** What several resources of the server API share. Everything here is both the check of the input and its documentation. */

/** ISO 8601, UTC. */
export const moment = v.pipe(v.string(), v.isoTimestamp())
export const momentOrNull = v.nullable(moment)

/** Where the page before ended; opaque. */
const cursor = v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,160}$/)))
/** A number of a query is text. */
const limit = v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[1-9]\d|100)$/)))
export const page = { cursor, limit }

/** How many. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A time of a query, ISO 8601. */
export const since = v.optional(moment)

const nextCursor = v.nullable(v.string())

export function listOf<T extends v.GenericSchema>(item: T) {
  return v.strictObject({ items: v.array(item), nextCursor })
}

/** RFC 9457. `code` is stable; `detail` is a sentence a person can act on. */
export const problem = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.string(),
  instance: v.string(),
  code: v.string(),
  /** Dot path of the field at fault. */
  field: v.optional(v.string()),
})
export type Problem = v.InferOutput<typeof problem>

export const nothing = v.strictObject({})
