import { createDecipheriv, createHmac } from 'node:crypto'
import { sameText } from '../../platform/crypto'
import { isRecord, parseRecord } from '../../platform/json'
import type { NoticeReading, NoticeSubject, RawNotice } from '../driver'

export interface NoticeOptions {
  /** Signs the raw body; null when the operator has set none: then no notice can be proven. */
  callbackToken: string | null
  /** Encrypts the body, 32 characters; null when the operator has set none: then notices come as plain JSON. */
  callbackKey: string | null
  /** Those before, during a rotation. */
  callbackTokenOld?: string | null
  callbackKeyOld?: string | null
}

/** Any answer but this is sent again. Source: the vendor's own receiver. */
export const noticeAnswer = {
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"code":0,"message":"success"}',
}

/** Their `MsgData` is known of the first two only, and of those from third parties. */
const verifying = ['CreateOrganization', 'UserAccountVerify']
const moving = /^Org(anization)?Authorization\w{0,40}$/

/** Bytes of a probe, at most; `{}` was seen. */
const longestProbe = 4096

/**
 * Notices come to one address of the whole account, which anybody may find. They are signed over the raw bytes,
 * encrypted inside, and nothing is read before the signature is right. Before the address is saved the vendor probes
 * it with a body that says nothing, and wants to hear 200.
 */
export function readNotice({ body, headers }: RawNotice, options: NoticeOptions): NoticeReading {
  const tokens = secrets(options.callbackToken, options.callbackTokenOld)
  const keys = secrets(options.callbackKey, options.callbackKeyOld)
  const signature = headers['content-signature']?.toLowerCase() ?? ''
  const proven = tokens.some(token => sameText(signature, signNotice(body, token)))
  if (!proven) return readUnproven(body, tokens)
  const sent = body.length === 0 ? {} : parseRecord(body.toString())
  if (!sent) return refused('the body is not a JSON object')
  if (sent.encrypt === undefined && sent.MsgType === undefined) return { kind: 'nothing' }
  if (sent.encrypt === undefined)
    return keys.length === 0 ? readMessage(sent) : refused('not encrypted, but ESS_CALLBACK_KEY is set')
  if (keys.length === 0) return refused('encrypted, but ESS_CALLBACK_KEY is not set')
  const encrypted = String(sent.encrypt)
  const message = keys.map(key => parseRecord(decrypt(encrypted, key) ?? '')).find(each => each !== null)
  return message ? readMessage(message) : refused('not encrypted with our key: other environment?')
}

const secrets = (...each: (string | null | undefined)[]) => each.filter(secret => typeof secret === 'string')

/** Looked at, not parsed: it does nothing in any case, the question is only whether it is a probe. */
function readUnproven(body: Buffer, tokens: readonly string[]): NoticeReading {
  const isNotice = body.includes('"encrypt"') || body.includes('"MsgType"')
  if (body.length <= longestProbe && !isNotice) return { kind: 'nothing' }
  return refused(
    tokens.length === 0
      ? 'a notice came, but ESS_CALLBACK_TOKEN is not set'
      : 'the signature is wrong: other token, or other environment?',
  )
}

/** The value of `Content-Signature`. Source: the vendor's own receiver and callback pages. */
export function signNotice(body: Buffer, token: string): string {
  return `sha256=${createHmac('sha256', token).update(body).digest('hex')}`
}

/** AES-256-CBC with PKCS#7; the IV is the first half of the key. null when it is not of this key. */
function decrypt(content: string, callbackKey: string): string | null {
  try {
    const key = Buffer.from(callbackKey)
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16))
    return Buffer.concat([decipher.update(Buffer.from(content, 'base64')), decipher.final()]).toString()
  } catch {
    return null
  }
}

function readMessage(message: Record<string, unknown>): NoticeReading {
  const type = textOf(message.MsgType)
  const eventId = textOf(message.MsgId)
  const isVerifying = verifying.includes(type)
  if (!isVerifying && !moving.test(type)) return { kind: 'nothing' }
  if (eventId === '') return refused('the notice has no MsgId')
  const rawStatus = `MsgType=${type}`
  const claim = isVerifying ? { standing: 'verified' as const, rawStatus } : null
  const data = isRecord(message.MsgData) ? message.MsgData : {}
  return { kind: 'account', eventId, rawStatus, claim, about: subjectOf(data) }
}

function subjectOf(data: Record<string, unknown>): NoticeSubject {
  const reference = referenceOf(textOf(data.UserData))
  const name = textOf(data.OrganizationName)
  const creditCode = textOf(data.UniformSocialCreditCode)
  return {
    ...(reference && { reference }),
    ...((name || creditCode) && {
      organization: { ...(name && { name }), ...(creditCode && { creditCode }) },
    }),
  }
}

/** It was sent in base64; whether it comes back like that is not said. */
function referenceOf(userData: string): string | undefined {
  const candidates = [userData, Buffer.from(userData, 'base64').toString()]
  return candidates.find(each => /^v_[0-9a-f]{32}(_\d+)?$/.test(each))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function refused(reason: string): NoticeReading {
  return { kind: 'refused', reason }
}
