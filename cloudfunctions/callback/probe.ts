import { type Bounds, isWithin } from '../platform/bounds'
import { callerAddresses } from '../platform/callerAddress'
import { ConfigError } from '../platform/config'
import { isRecord } from '../platform/json'
import { answerTo, nonceForm, type ProofOfHealth } from '../usecases/health/proof'
import type { Deps } from '../usecases/kit/deps'
import { counted } from '../usecases/kit/limits'

interface Asked {
  nonce: string
  /** As it arrived. */
  path: string
  address: string
}

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}
const answer = (statusCode: number, body: object, more: Record<string, string> = {}) => ({
  statusCode,
  headers: { ...headers, ...more },
  body: JSON.stringify(body),
})

/** What a gateway tells of a request. */
const headerBounds: Bounds = { depth: 2, values: 200, characters: 32_000 }
/** Ours are 60 characters long; what a gateway puts before them is short too. */
const longestPath = 200

/** `GET …/health/<nonce>`, from an HTTP access event; null: it asks for something else. */
export function readProbe(event: unknown): Asked | null {
  if (!isRecord(event) || event.httpMethod !== 'GET' || typeof event.path !== 'string') return null
  const { path } = event
  if (!isWithin(event.headers, headerBounds) || path.length > longestPath || !/^[\w/.-]+$/.test(path))
    return null
  const [room, nonce = ''] = path.split('/').slice(-2)
  return room === 'health' && nonceForm.test(nonce)
    ? { nonce, path, address: addressOf(event.headers) }
    : null
}

/**
 * Shows whoever holds LOOKUP_KEY that it is our function, which build of it, and that the path came through. It asks
 * nothing of the database, and answers little more than it was sent. Never throws.
 */
export async function answerProbe(dependencies: () => Deps, { nonce, path, address }: Asked) {
  try {
    const deps = dependencies()
    const wait = await counted(deps, 'probes', address)
    if (wait !== null) return answer(429, { code: 'TOO_MANY_CALLS' }, { 'retry-after': String(wait) })
    const { release } = deps.instance
    const said: ProofOfHealth = { health: answerTo(deps, nonce), release, path, address }
    return answer(200, said)
  } catch (error) {
    return answer(500, { code: error instanceof ConfigError ? 'NOT_CONFIGURED' : 'INTERNAL' })
  }
}

function addressOf(sent: unknown): string {
  if (!isRecord(sent)) return ''
  const lower = Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value])
  const [address = ''] = callerAddresses(Object.fromEntries(lower))
  return /^[\da-fA-F.:]*$/.test(address) ? address : ''
}
