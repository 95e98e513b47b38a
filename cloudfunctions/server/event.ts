import { isRecord } from '../platform/json'

/** A request as the use of this function needs it. */
export interface ServerRequest {
  method: string
  /** Below `/v1`, without it: `['invitations', 'i_…']`. */
  path: string[]
  query: Record<string, string>
  /** Names in lower case. */
  headers: Record<string, string>
  /** Text as it came; null when it is no text. */
  body: string
  requestId: string
  /** Of the caller as the gateway names it; '' when it does not. */
  address: string
}

/** Bytes: what HTTP access lets through of a text. */
export const bodyLimit = 100 * 1024
/** Names and values beyond this are no part of any call of ours. */
const mostTexts = 50
const longestText = 4096

/** Reads the HTTP access event; null when it is not one, or its path has no `v1`. */
export function readEvent(event: unknown): ServerRequest | null {
  if (!isRecord(event) || typeof event.path !== 'string' || event.path.length > 500) return null
  if (typeof event.httpMethod !== 'string') return null
  const parts = event.path.split('/').filter(Boolean)
  const start = parts.indexOf('v1')
  if (start < 0) return null
  const headers = texts(event.headers, name => name.toLowerCase())
  const context = isRecord(event.requestContext) ? event.requestContext : {}
  const text = typeof event.body === 'string' ? event.body : ''
  return {
    method: event.httpMethod,
    path: parts.slice(start + 1),
    query: texts(event.queryStringParameters, name => name),
    headers,
    body: event.isBase64Encoded === true ? Buffer.from(text, 'base64').toString('utf8') : text,
    requestId: typeof context.requestId === 'string' ? context.requestId.slice(0, 64) : '',
    address:
      (headers['x-real-ip'] ?? headers['x-forwarded-for'] ?? '').split(',')[0]?.trim().slice(0, 45) ?? '',
  }
}

function texts(value: unknown, rename: (name: string) => string): Record<string, string> {
  if (!isRecord(value)) return {}
  const all = Object.entries(value).slice(0, mostTexts)
  return Object.fromEntries(
    all.flatMap(([name, each]) =>
      typeof each === 'string' && each.length <= longestText ? [[rename(name), each]] : [],
    ),
  )
}
