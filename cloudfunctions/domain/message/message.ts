import { beijingTime, nextDay } from '../day'
import type { MessageKind } from './template'

export type MessageState =
  /** Agreed to; not sent. */
  | 'waiting'
  /** A run is sending it. */
  | 'sending'
  | 'sent'
  /** The person does not want it any more. */
  | 'refused'
  /** WeChat does not take it. */
  | 'failed'
  /** Whether it was sent is not known: it is not sent again. */
  | 'unknown'
  /** There is nothing to tell any more. */
  | 'over'

/** One message somebody has agreed to. Times are ms since the epoch. */
export interface Message {
  /** `<kind>_<about>`: agreed to twice, it is still one. */
  _id: string
  version: number
  kind: MessageKind
  /** The verification, or the key of the operator. */
  about: string
  /** openid of whom it is for; '' once nothing more will be sent. */
  owner: string
  state: MessageState
  /** The verification was looked at by people: the message of the review says so, not that of the result. */
  reviewed: boolean
  /** Also while it is being sent: whoever dies over it has left it there. null: nothing has happened yet. */
  dueAt: number | null
  tries: number
  /** What WeChat answered to the last try; null: nothing yet, or it took it. */
  code: number | null
  sentAt: number | null
  createdAt: number
  expiresAt: number
}

/** What became of a call that sends one. */
export type SendAnswer = { kind: 'sent' } | { kind: 'refused'; code: number } | { kind: 'unknown' }

/** What a code of WeChat means for the message. `elsewhere`: this run may not send any. */
export type Verdict = 'refused' | 'failed' | 'again' | 'elsewhere'

/** subscribeMessage.send of WeChat's documentation; -6041xx are of its gateway. */
const verdicts: Readonly<Record<number, Verdict>> = {
  /** Whoever it is for has refused, or has used up what he agreed to. */
  43101: 'refused',
  /** No such openid. */
  40003: 'failed',
  /** No such template. */
  40037: 'failed',
  /** A place of the template does not take what is in it. */
  47003: 'failed',
  /** No such page in the published version. */
  41030: 'failed',
  [-604104]: 'elsewhere',
}

/** Every code says that nothing was sent; those nobody has documented are tried again, as often as the others. */
export const verdictOf = (code: number): Verdict => verdicts[code] ?? 'again'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** ms until the next try, after so many; null: given up. */
export function nextSend(tries: number): number | null {
  return [5 * minute, 30 * minute, 3 * hour, 12 * hour][tries - 1] ?? null
}

/** ms after which nobody needs to be told any more: longer than anything can be open. */
export const messageLifetime = 45 * day

/** Between two reminders of the same matter, ms. */
export const reminderPause = day

const [wakes, sleeps] = [8, 22]

/** The same time, or the next 8:00 in Beijing where it is night there: nobody is reminded at night. */
export function byDay(at: number): number {
  const time = Number(beijingTime(at).slice(11, 13))
  if (time >= wakes && time < sleeps) return at
  const sinceMidnight = (at + 8 * hour) % day
  return at - sinceMidnight + (time >= sleeps ? day : 0) + wakes * hour
}

/** Nine o'clock in Beijing on the next Monday, after `at`. */
export function nextMonday(at: number): number {
  const morning = nextDay(at - day) + 9 * hour
  // At nine in Beijing it is the same day in Greenwich.
  const weekday = new Date(morning).getUTCDay()
  const monday = morning + ((8 - weekday) % 7) * day
  return monday > at ? monday : monday + 7 * day
}
