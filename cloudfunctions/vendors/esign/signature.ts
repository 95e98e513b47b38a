import { createHash, createHmac } from 'node:crypto'

/** Signed and sent byte for byte the same: a space more or less is another signature. */
export const contentType = 'application/json; charset=UTF-8'
const accept = '*/*'

export interface Signing {
  appId: string
  appSecret: string
  method: 'GET' | 'POST'
  /** Without a query: none of our signed calls has one. */
  path: string
  /** '' when there is none. */
  body: string
  /** ms since the epoch. */
  timestamp: number
}

/** Source: open.esign.cn, 请求签名鉴权方式说明. */
export function signedHeaders({ appId, appSecret, timestamp, ...call }: Signing): Record<string, string> {
  const md5 = contentMd5(call.body)
  return {
    accept,
    'content-type': contentType,
    ...(md5 && { 'content-md5': md5 }),
    'x-tsign-open-app-id': appId,
    // Without it the gateway assumes the token mode.
    'x-tsign-open-auth-mode': 'Signature',
    'x-tsign-open-ca-timestamp': String(timestamp),
    'x-tsign-open-ca-signature': sign(stringToSign(call), appSecret),
  }
}

/** No date and no headers of our own are signed: the first has an empty line, the second none at all. */
export function stringToSign({ method, path, body }: Pick<Signing, 'method' | 'path' | 'body'>): string {
  return [method, accept, contentMd5(body), contentType, '', path].join('\n')
}

export function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64')
}

/** Of the bytes, in base64; '' without a body, not the digest of nothing. */
export function contentMd5(body: string): string {
  return body && createHash('md5').update(body).digest('base64')
}
