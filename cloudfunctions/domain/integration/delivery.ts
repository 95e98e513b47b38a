import type { EventType } from './event'

export const deliveryStates = ['pending', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Why a try failed; `status` stands beside it when there was an answer. */
export const tryFailures = [
  'address',
  'connect',
  'timeout',
  'reset',
  'redirect',
  'gone',
  'slowDown',
  'status',
] as const
export type TryFailure = (typeof tryFailures)[number]

export interface DeliveryTry {
  at: number
  /** HTTP status; null when no answer came. */
  status: number | null
  failure: TryFailure | null
}

/** One event to one endpoint, as it is stored. Times are ms since the epoch. */
export interface Delivery {
  /** `dl_` + 32 hex digits, derived from event and endpoint. */
  _id: string
  version: number
  /** Sorts like (createdAt, _id). */
  listKey: string
  endpointId: string
  eventId: string
  type: EventType
  state: DeliveryState
  /** When it is tried next; null when it is not. */
  dueAt: number | null
  /** Newest last, `mostTries` at most. */
  tries: DeliveryTry[]
  createdAt: number
  expiresAt: number
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** ms between one try and the next: about three days in all. The example schedule of Standard Webhooks. */
export const pauses = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const

export const mostTries = pauses.length + 1

/** ms without any success after which an endpoint is given up: as long as one delivery is tried. */
export const patience = pauses.reduce((sum, pause) => sum + pause, 0)

/** Longest a receiver may ask us to wait, ms. */
const longestWish = 24 * hour

/**
 * When to try again after `failed` tries, or null when it was the last. `chance` in [0, 1) spreads the tries by a tenth
 * either way; `wish` is the receiver's Retry-After in ms.
 */
export function nextTry(failed: number, now: number, chance: number, wish: number | null): number | null {
  const pause = pauses[failed - 1]
  if (pause === undefined) return null
  const spread = Math.round(pause * (0.9 + 0.2 * chance))
  return now + Math.max(spread, Math.min(wish ?? 0, longestWish))
}

/** Failures in a row after which an endpoint rests. */
export const restAfter = 5
const shortestRest = minute
const longestRest = 15 * minute

/** ms an endpoint rests after so many failures in a row; 0 while it need not. */
export function restOf(failures: number): number {
  if (failures < restAfter) return 0
  return Math.min(longestRest, shortestRest * 2 ** Math.min(failures - restAfter, 10))
}

/** What an answer means. Only 2xx is success; a redirect is not followed. */
export function failureOf(status: number): TryFailure | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return 'redirect'
  if (status === 410) return 'gone'
  if (status === 429 || status === 502 || status === 504) return 'slowDown'
  return 'status'
}

/** `Retry-After` in ms from now; null when it says nothing that can be read. */
export function retryAfterOf(header: string | undefined, now: number): number | null {
  if (header === undefined || header.length > 40) return null
  if (/^\d{1,9}$/.test(header)) return Number(header) * second
  if (!/^[A-Z][a-z]{2}, /.test(header)) return null
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
