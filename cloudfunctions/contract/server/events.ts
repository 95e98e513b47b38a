import * as v from 'valibot'
import { eventTypes } from '../../domain/integration/event'
import { listOf, moment, page, since } from './shape'

const eventId = v.pipe(v.string(), v.regex(/^evt_[0-9a-f]{32}$/))
export const eventPath = v.strictObject({ id: eventId })

/** Oldest first, so that whoever missed something reads on from where it stopped. */
export const listQuery = v.strictObject({
  ...page,
  type: v.optional(v.picklist(eventTypes)),
  from: since,
  until: since,
})

/** The body of a webhook is the same. `data`: ids, states and `bizId`; never names or numbers. */
export const event = v.strictObject({
  id: eventId,
  type: v.picklist(eventTypes),
  timestamp: moment,
  data: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
})
export const eventList = listOf(event)
