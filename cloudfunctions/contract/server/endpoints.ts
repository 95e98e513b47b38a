import * as v from 'valibot'
import { endpointStops } from '../../domain/integration/endpoint'
import { eventTypes } from '../../domain/integration/event'
import { listOf, moment, momentOrNull } from './shape'

export const endpointId = v.pipe(v.string(), v.regex(/^we_[0-9a-f]{32}$/))
export const endpointPath = v.strictObject({ id: endpointId })

/** https and a public address. */
const url = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))
/** Left out: all types, those of later versions too. */
const types = v.pipe(v.array(v.picklist(eventTypes)), v.minLength(1), v.maxLength(eventTypes.length))

export const createBody = v.strictObject({ url, types: v.optional(v.nullable(types)) })
/** `active: true` takes up again what had been stopped; what was waiting is sent. */
export const changeBody = v.strictObject({
  url: v.optional(url),
  types: v.optional(v.nullable(types)),
  active: v.optional(v.boolean()),
})

const fields = {
  id: endpointId,
  url: v.string(),
  /** null: all. */
  types: v.nullable(v.array(v.picklist(eventTypes))),
  active: v.boolean(),
  /** Why it is not: the receiver said 410, nothing got through for three days, or somebody switched it off. */
  stopped: v.nullable(v.picklist(endpointStops)),
  createdAt: moment,
  lastSuccessAt: momentOrNull,
  lastFailureAt: momentOrNull,
}
export const endpoint = v.strictObject(fields)
export type EndpointResource = v.InferOutput<typeof endpoint>
/** Shown this once. The one of before signs beside it for a day. */
export const endpointWithSecret = v.strictObject({ ...fields, secret: v.string() })
export const endpointList = listOf(endpoint)

/** A `ping` that is on its way. */
export const testAnswer = v.strictObject({ eventId: v.string() })
