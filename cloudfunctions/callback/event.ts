import { type Bounds, isWithin } from '../platform/bounds'
import { isRecord } from '../platform/json'
import type { InboundNotice } from '../usecases/receiveNotice'

/** What the largest notice of any vendor stays far below; Base64 is a third longer than what it holds. */
const bodyBounds: Bounds = { depth: 0, values: 1, characters: 350_000 }
/** Our own addresses are 100 characters long, a signature 100 more; gateways add headers of their own. */
const envelopeBounds: Bounds = { depth: 3, values: 500, characters: 64_000 }

/**
 * Reads the HTTP access event, raw bytes kept. null when it is not one: a mini-program call carries no httpMethod,
 * an address of another shape is nobody's, and what is too large is no notice. Only the size of the body is looked at:
 * what it says is for those who can prove it. The trigger's own prefix may or may not be part of the path. The end
 * of the path is `<vendor>/<verification>/<attempt>/<secret>` for one attempt, or `<vendor>` for the whole account.
 */
export function readEvent(event: unknown): InboundNotice | null {
  if (!isRecord(event) || !isWithin(event.body, bodyBounds)) return null
  const { path, httpMethod: method, headers, queryStringParameters } = event
  if (!isWithin({ path, headers, queryStringParameters }, envelopeBounds)) return null
  if (typeof path !== 'string') return null
  if (method !== 'GET' && method !== 'POST') return null
  const target = targetOf(path.split('/').filter(Boolean))
  if (!target) return null
  const body = typeof event.body === 'string' ? event.body : ''
  return {
    ...target,
    method,
    body: Buffer.from(body, event.isBase64Encoded === true ? 'base64' : 'utf8'),
    headers: texts(headers, name => name.toLowerCase()),
    query: texts(queryStringParameters, name => name),
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
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [rename(name), textOf(each)]))
}

/** Gateways join or list what comes twice; anything else than texts and numbers is no part of a request. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
