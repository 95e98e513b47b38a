/** The two signatures: of a request (page 请求签名鉴权方式说明) and of a notice (page 回调通知验签). */
import { createHash, createHmac } from 'node:crypto'

export interface SignedParts {
  method: string
  accept: string
  contentMd5: string
  contentType: string
  date: string
  /** `Key:Value` joined by line feeds, empty without custom headers. */
  headers: string
  /** Path with its query as it is signed: see `pathAndParameters`. */
  target: string
}

/** Empty members keep their line; only the headers have none when they are empty. */
export function stringToSign(parts: SignedParts): string {
  const { method, accept, contentMd5, contentType, date, headers, target } = parts
  return [method, accept, contentMd5, contentType, date, ...(headers ? [headers] : []), target].join('\n')
}

export function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('base64')
}

/** An empty body has the MD5 `''`, not the digest of nothing. */
export function contentMd5(body: Buffer): string {
  return body.length === 0 ? '' : createHash('md5').update(body).digest('base64')
}

/** Keys in ASCII order; an empty value leaves the key alone; of a repeated key the first value; nothing encoded. */
export function pathAndParameters(path: string, query: URLSearchParams): string {
  const keys = [...new Set(query.keys())].sort(byAscii)
  const pairs = keys.map(key => {
    const value = query.get(key)
    return value ? `${key}=${value}` : key
  })
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** Lower-case hex of timestamp, the query's values in the order of their keys, and the body, without separators. */
export function noticeSignature(parts: {
  timestamp: string
  query: URLSearchParams
  body: string
  secret: string
}): string {
  const keys = [...new Set(parts.query.keys())].sort(byAscii)
  const values = keys.map(key => parts.query.get(key) ?? '').join('')
  return createHmac('sha256', parts.secret)
    .update(parts.timestamp + values + parts.body, 'utf8')
    .digest('hex')
}

export const byAscii = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
