/** TC3-HMAC-SHA256 as the vendor's page 签名方法 v3 describes it. */
import { createHash, createHmac } from 'node:crypto'

export const ALGORITHM = 'TC3-HMAC-SHA256'
const END = 'tc3_request'

export interface Authorization {
  secretId: string
  /** `YYYY-MM-DD`, UTC. */
  date: string
  service: string
  signedHeaders: readonly string[]
  signature: string
}

const FORM =
  /^TC3-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{4}-\d\d-\d\d)\/([a-z0-9-]+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

export function parseAuthorization(header: string): Authorization | undefined {
  const [, secretId, date, service, signedHeaders, signature] = FORM.exec(header) ?? []
  if (!secretId || !date || !service || !signedHeaders || !signature) return undefined
  return { secretId, date, service, signedHeaders: signedHeaders.split(';'), signature }
}

/** The UTC date of a timestamp in seconds. */
export function dateOf(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().slice(0, 10)
}

export interface SignedParts {
  secretKey: string
  service: string
  /** Unix seconds. */
  timestamp: number
  signedHeaders: readonly string[]
  /** As they came, by lower-case name. */
  headers: Readonly<Record<string, string>>
  body: Buffer | string
}

/** Of a POST to `/` without a query. */
export function signatureOf(parts: SignedParts): string {
  const { service, timestamp, signedHeaders, headers } = parts
  const lines = signedHeaders.map(name => `${name}:${(headers[name] ?? '').trim().toLowerCase()}\n`)
  const request = ['POST', '/', '', lines.join(''), signedHeaders.join(';'), sha256(parts.body)].join('\n')
  const date = dateOf(timestamp)
  const scope = `${date}/${service}/${END}`
  const text = [ALGORITHM, timestamp, scope, sha256(request)].join('\n')
  const key = [date, service, END].reduce<Buffer | string>(hmac, `TC3${parts.secretKey}`)
  return hmac(key, text).toString('hex')
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest()
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex')
}
