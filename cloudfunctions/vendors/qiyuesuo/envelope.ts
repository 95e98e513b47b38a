import { createDecipheriv, createHash } from 'node:crypto'
import type { Clock } from '../../platform/clock'
import { sameText } from '../../platform/crypto'
import { isRecord, parseRecord } from '../../platform/json'
import type { RawNotice } from '../driver'

export interface EnvelopeOptions {
  /** `callbackSecretKey` of the app, 16 characters; null when the operator has set none. */
  callbackKey: string | null
  /** The one before, during a rotation. */
  callbackKeyOld?: string | null
  clock: Clock
}

export type Opened = { kind: 'fields'; fields: Record<string, string> } | { kind: 'refused'; reason: string }

/**
 * How far the timestamp of an envelope may be off in either direction, ms. The vendor repeats a notice at once and
 * twice more a minute later (help.qiyuesuo.com, 个人认证回调), and states no window: ours leaves room for its clock.
 */
const window = 15 * 60_000

/**
 * The fields of a notice, out of its envelope where it has one: `signature`, `timestamp` and `content`, the content
 * plain JSON or AES-128-ECB with PKCS#7. Form and JSON are accepted, in the body or in the query. Where a key is set,
 * a notice without an envelope is refused.
 */
export function openNotice(notice: RawNotice, options: EnvelopeOptions): Opened {
  const keys = [options.callbackKey, options.callbackKeyOld].filter(key => typeof key === 'string')
  const sent = fieldsOf(notice)
  if (!sent) return refused('the body is neither a form nor JSON')
  const { signature, timestamp, content } = { ...notice.query, ...sent }
  if (signature === undefined && content === undefined) {
    return keys.length === 0
      ? { kind: 'fields', fields: sent }
      : refused('not signed, but QIYUESUO_CALLBACK_KEY is set')
  }
  if (signature === undefined || timestamp === undefined || content === undefined) {
    return refused('an envelope needs signature, timestamp and content')
  }
  if (keys.length === 0) return refused('an envelope came, but QIYUESUO_CALLBACK_KEY is not set')
  const key = keys.find(each => sameText(signature, signEnvelope(timestamp, each)))
  if (key === undefined) return refused('the signature is wrong: other key?')
  const offset = Math.abs(options.clock() - Number(timestamp))
  if (!/^\d{13}$/.test(timestamp) || offset > window) return refused('the timestamp is too far from now')
  const fields = record(content) ?? record(decrypt(content, key))
  return fields
    ? { kind: 'fields', fields }
    : refused('the content is neither JSON nor encrypted with our key')
}

/** Lower-case MD5 of timestamp and key; the content is not covered. Source: help.qiyuesuo.com, restated. */
export function signEnvelope(timestamp: string, key: string): string {
  return createHash('md5')
    .update(timestamp + key)
    .digest('hex')
}

/** null when it is not Base64 of something this key encrypted. */
function decrypt(content: string, key: string): string | null {
  try {
    const decipher = createDecipheriv('aes-128-ecb', Buffer.from(key), null)
    return Buffer.concat([decipher.update(Buffer.from(content, 'base64')), decipher.final()]).toString()
  } catch {
    return null
  }
}

function fieldsOf({ body, headers }: RawNotice): Record<string, string> | null {
  const text = body.toString()
  if (headers['content-type']?.includes('json')) return record(text)
  return Object.fromEntries(new URLSearchParams(text))
}

function record(text: string | null): Record<string, string> | null {
  const value = parseRecord(text ?? '')
  if (!value) return null
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, isRecord(each) ? JSON.stringify(each) : String(each)]),
  )
}

function refused(reason: string): Opened {
  return { kind: 'refused', reason }
}
