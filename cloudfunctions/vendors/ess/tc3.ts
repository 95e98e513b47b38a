import { createHmac } from 'node:crypto'
import { sha256 } from '../../platform/crypto'

const algorithm = 'TC3-HMAC-SHA256'
const end = 'tc3_request'
const signedHeaders = 'content-type;host'

export interface Signing {
  secretId: string
  secretKey: string
  service: string
  /** Exactly as they are sent: both headers are covered. */
  host: string
  contentType: string
  /** Seconds since the epoch, as in `X-TC-Timestamp`. */
  timestamp: number
  body: string
}

/** The `Authorization` header of a POST to `/` without a query. Source: cloud.tencent.com, 签名方法 v3. */
export function authorization(signing: Signing): string {
  const { secretId, secretKey, service, host, contentType, timestamp, body } = signing
  const headers = `content-type:${contentType}\nhost:${host}\n`
  const request = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n')
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${service}/${end}`
  const text = [algorithm, timestamp, scope, sha256(request)].join('\n')
  const key = [date, service, end].reduce<string | Buffer>(hmac, `TC3${secretKey}`)
  const signature = hmac(key, text).toString('hex')
  return `${algorithm} Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
