import { isRecord } from '../platform/json'
import type { InboundNotice } from '../usecases/receiveNotice'

/**
 * Reads the HTTP access event, raw bytes kept. null when it is not one: a mini-program call carries no httpMethod,
 * and an address of another shape is nobody's. The trigger's own prefix may or may not be part of the path. The end
 * of the path is `<vendor>/<verification>/<attempt>/<secret>` for one attempt, or `<vendor>` for the whole account.
 */
export function readEvent(event: unknown): InboundNotice | null {
  if (!isRecord(event) || typeof event.path !== 'string') return null
  const method = event.httpMethod
  if (method !== 'GET' && method !== 'POST') return null
  const target = targetOf(event.path.split('/').filter(Boolean))
  if (!target) return null
  const body = typeof event.body === 'string' ? event.body : ''
  return {
    ...target,
    method,
    body: Buffer.from(body, event.isBase64Encoded === true ? 'base64' : 'utf8'),
    headers: texts(event.headers, name => name.toLowerCase()),
    query: texts(event.queryStringParameters, name => name),
  }
}

function targetOf(path: string[]): Pick<InboundNotice, 'vendor' | 'address'> | null {
  const [vendor, verificationId, attempt, secret] = path.slice(-4)
  if (vendor && verificationId?.startsWith('v_') && attempt && secret) {
    return /^\d{1,6}$/.test(attempt)
      ? { vendor, address: { verificationId, attempt: Number(attempt), secret } }
      : null
  }
  const account = path.at(-1)
  return account ? { vendor: account, address: null } : null
}

function texts(value: unknown, rename: (name: string) => string): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [rename(name), String(each)]))
}
