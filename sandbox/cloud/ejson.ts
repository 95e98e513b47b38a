import { BSONRegExp, EJSON } from 'bson'
import { isRecord } from '../record'
import { GatewayError } from './errors'

/** Documents, queries and updates travel as canonical EJSON; here they are native numbers, dates and regular expressions. */
export type Document = Record<string, unknown>

/** Reads a document, query or update. `db.serverDate({offset})` becomes a date of this server. */
export function decode(text: unknown, now: number, what: string): Document {
  if (typeof text !== 'string') throw new GatewayError('INVALID_PARAM', `${what} must be an EJSON string`)
  const value = revive(parse(text, what), now)
  if (!isRecord(value)) throw new GatewayError('INVALID_PARAM', `${what} must be an object`)
  return value
}

/** As `decode`, for places where a scalar is legal too (the value of an aggregation stage). */
export function decodeValue(text: unknown, now: number, what: string): unknown {
  if (typeof text !== 'string') throw new GatewayError('INVALID_PARAM', `${what} must be an EJSON string`)
  return revive(parse(text, what), now)
}

export function encode(value: Document): string {
  return EJSON.stringify(value, { relaxed: false })
}

function parse(text: string, what: string): unknown {
  try {
    return EJSON.parse(text, { relaxed: true })
  } catch {
    throw new GatewayError('INVALID_PARAM', `${what} is not valid EJSON`)
  }
}

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map(each => revive(each, now))
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options)
  if (!isPlainObject(value)) return value
  const serverDate = value.$tcb_server_date
  if (serverDate !== undefined) return new Date(now + offsetOf(serverDate))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [safeKey(key), revive(each, now)]))
}

function offsetOf(serverDate: unknown): number {
  return isRecord(serverDate) && typeof serverDate.offset === 'number' ? serverDate.offset : 0
}

function safeKey(key: string): string {
  if (key === '__proto__') throw new GatewayError('INVALID_PARAM', 'a field may not be called __proto__')
  return key
}

function isPlainObject(value: unknown): value is Document {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype
}
