import { isRecord } from '../platform/json'
import type { AddressedNotice } from '../usecases/receiveNotice'

/**
 * Reads the HTTP access event, raw bytes kept. null when it is not one: a mini-program call carries no httpMethod,
 * and an address of another shape is nobody's. The trigger's own prefix may or may not be part of the path.
 */
export function readEvent(event: unknown): AddressedNotice | null {
  if (!isRecord(event) || event.httpMethod !== 'POST' || typeof event.path !== 'string') return null
  const [vendor, verificationId, attempt, secret] = event.path.split('/').filter(Boolean).slice(-4)
  if (!vendor || !verificationId || !attempt || !secret || !/^\d{1,6}$/.test(attempt)) return null
  const body = typeof event.body === 'string' ? event.body : ''
  return {
    vendor,
    verificationId,
    attempt: Number(attempt),
    secret,
    body: Buffer.from(body, event.isBase64Encoded === true ? 'base64' : 'utf8'),
    headers: texts(event.headers, name => name.toLowerCase()),
    query: texts(event.queryStringParameters, name => name),
  }
}

function texts(value: unknown, rename: (name: string) => string): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [rename(name), String(each)]))
}
