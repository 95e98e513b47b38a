import { type Bounds, isWithin } from '../platform/bounds'
import { callerAddresses } from '../platform/callerAddress'
import { randomHex } from '../platform/crypto'
import { isRecord } from '../platform/json'

/** A request as the use of this function needs it. */
export interface ServerRequest {
  method: string
  /** Below `/v1`, without it: `['invitations', 'i_…']`. */
  path: string[]
  /** As it came; the schema of a route takes nothing but its own texts. */
  query: Record<string, unknown>
  /** Names in lower case. */
  headers: Record<string, string>
  /** Text as it came; null when it is no text. */
  body: string
  /** Of the caller, as each header tells that a gateway writes. */
  addresses: string[]
}

/** Bytes: what HTTP access lets through of a text. */
export const bodyLimit = 100 * 1024
/** What a gateway tells of a request beside its body. */
const envelopeBounds: Bounds = { depth: 3, values: 500, characters: 64_000 }
/** Base64 is a third longer than what it holds. */
const longestBody = Math.ceil((bodyLimit * 4) / 3) + 4
/** Headers beyond this are no part of any call of ours. */
const mostHeaders = 50
const longestHeader = 4096

/** Reads the HTTP access event; null when it is not one, or its path has no `v1`. */
export function readEvent(event: unknown): ServerRequest | null {
  if (!isRecord(event) || typeof event.path !== 'string' || event.path.length > 500) return null
  if (typeof event.httpMethod !== 'string') return null
  const { path, headers: sent, queryStringParameters, requestContext } = event
  if (!isWithin({ path, sent, queryStringParameters, requestContext }, envelopeBounds)) return null
  // An empty part stays one: `/events/` asks for an event without an id, not for all of them.
  const parts = event.path.split('/')
  const start = parts.indexOf('v1')
  if (start < 0) return null
  const headers = headersOf(event.headers)
  const text = typeof event.body === 'string' ? event.body : ''
  return {
    method: event.httpMethod,
    path: parts.slice(start + 1),
    query: queryOf(event.queryStringParameters),
    headers,
    body: bodyText(text, event.isBase64Encoded === true),
    addresses: callerAddresses(headers),
  }
}

/**
 * What the gateway calls a request, whether or not the rest of it can be read. One without a name that fits into a
 * header gets a new one: every answer has something to report a fault by.
 */
export function requestIdOf(event: unknown): string {
  const context = isRecord(event) && isRecord(event.requestContext) ? event.requestContext : {}
  const { requestId } = context
  return typeof requestId === 'string' && /^[\w.:-]{1,64}$/.test(requestId) ? requestId : randomHex(8)
}

/** What is too long for a body is not even decoded: it stays as long as it is, and is refused for it. */
function bodyText(text: string, isBase64: boolean): string {
  return isBase64 && text.length <= longestBody ? Buffer.from(text, 'base64').toString('utf8') : text
}

function headersOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  const all = Object.entries(value).slice(0, mostHeaders)
  return Object.fromEntries(
    all.flatMap(([name, each]) =>
      typeof each === 'string' && each.length <= longestHeader ? [[name.toLowerCase(), each]] : [],
    ),
  )
}

/** All of it, however odd: a filter that was left out would be answered with what nobody has asked for. */
function queryOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}
