import { lookup as systemLookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { type Budget, unlimited } from './budget'
import { monotonic } from './clock'
import { isLoopback, isPublicAddress, isPublicHost, withoutBrackets } from './publicAddress'

export interface OutboundRequest {
  url: string
  headers: Record<string, string>
  body: string
}

/**
 * The receiver's status and its Retry-After; or why no answer came. `address`: it must not be talked to. `cut`: it
 * might have answered yet, but this run may not wait any longer.
 */
export type OutboundAnswer =
  | { status: number; retryAfter: string | undefined }
  | { failure: 'address' | 'connect' | 'timeout' | 'reset' }
  | { cut: true }

/** Posts to an address somebody else chose. Never throws. */
export type Outbound = (request: OutboundRequest) => Promise<OutboundAnswer>

export interface Address {
  address: string
  family: number
}
export type Resolve = (host: string) => Promise<Address[]>

export interface OutboundOptions {
  /** ms until the status must be there. */
  timeoutMs: number
  /** Plain http and addresses of this machine: for the local world only. */
  allowLoopback: boolean
  resolve?: Resolve
  /** What a run may wait in all. */
  budget?: Budget
}

/** ms in which a receiver might have answered: one that did not in less is not blamed for it. */
const fair = 5000

/** Bytes of an answer that are read; the rest is cut off. Only its status counts. */
const answerLimit = 4096

/**
 * Posts without following redirects and without a proxy. The name is resolved once, every address it has must be public,
 * and the connection goes to the address that was checked: what the name stands for a moment later plays no part.
 */
export function createOutbound({
  timeoutMs,
  allowLoopback,
  resolve = system,
  budget = unlimited,
}: OutboundOptions): Outbound {
  return async request => {
    if (!budget.hasTime()) return { cut: true }
    return budget.spend(async () => {
      const patience = Math.min(timeoutMs, budget.left())
      const answer = await send(request, patience)
      const isLate = 'failure' in answer && answer.failure !== 'address' && budget.left() === 0
      return isLate && patience < Math.min(timeoutMs, fair) ? { cut: true } : answer
    })
  }

  async function send(request: OutboundRequest, patience: number): Promise<OutboundAnswer> {
    const url = parsed(request.url)
    if (!url) return { failure: 'address' }
    const deadline = monotonic() + patience
    const found = await addressesOf(url, resolve, patience)
    if (found === null) return { failure: 'connect' }
    const [target] = found
    if (!target || !found.every(({ address }) => allowed(url, address))) return { failure: 'address' }
    return post(url, target, request, Math.max(1, deadline - monotonic()))
  }

  function allowed(url: URL, address: string): boolean {
    if (allowLoopback && isLoopback(address)) return true
    return isUsual(url) && isPublicAddress(address)
  }
}

/** Whether an endpoint may be registered at all; what its name resolves to is checked at every try. */
export function isPostable(text: string, allowLoopback: boolean): boolean {
  const url = parsed(text)
  if (!url) return false
  const host = withoutBrackets(url.hostname)
  if (allowLoopback && (isLoopback(host) || host === 'localhost')) return true
  return isUsual(url) && isPublicHost(host)
}

/** https at its own port, which a URL does not name. */
const isUsual = ({ protocol, port }: URL): boolean => protocol === 'https:' && port === ''

function parsed(text: string): URL | null {
  if (text.length > 500) return null
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const plain = url.username === '' && url.password === '' && url.hash === ''
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null
}

/** null: the name could not be resolved in time. */
async function addressesOf(url: URL, resolve: Resolve, timeoutMs: number): Promise<Address[] | null> {
  const host = withoutBrackets(url.hostname)
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(done => {
    timer = setTimeout(() => done(null), timeoutMs)
  })
  try {
    return await Promise.race([resolve(host), late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

const system: Resolve = host =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) =>
      error ? reject(error) : resolve(found),
    )
  })

function post(url: URL, target: Address, { headers, body }: OutboundRequest, timeoutMs: number) {
  return new Promise<OutboundAnswer>(resolve => {
    const transport = url.protocol === 'https:' ? https : http
    let connected = false
    const outgoing = transport.request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      // The address that was checked, not another look-up. Newer Node asks for all of them at once.
      lookup: (_host, options, done) => {
        if (options.all) (done as (e: null, all: Address[]) => void)(null, [target])
        else done(null, target.address, target.family)
      },
    })
    const finish = (answer: OutboundAnswer) => {
      clearTimeout(timer)
      resolve(answer)
      outgoing.destroy()
    }
    const timer = setTimeout(() => finish({ failure: connected ? 'timeout' : 'connect' }), timeoutMs)
    outgoing.on('socket', socket => {
      socket.once('connect', () => {
        connected = true
      })
    })
    outgoing.on('error', () => finish({ failure: connected ? 'reset' : 'connect' }))
    outgoing.on('response', incoming => readOut(incoming, finish))
    outgoing.end(body)
  })
}

/** The status is the answer; of the body only so much is taken that the receiver can finish in peace. */
function readOut(incoming: IncomingMessage, finish: (answer: OutboundAnswer) => void): void {
  const answer = { status: incoming.statusCode ?? 0, retryAfter: incoming.headers['retry-after'] }
  let size = 0
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > answerLimit) finish(answer)
  })
  incoming.on('end', () => finish(answer))
  incoming.on('error', () => finish({ failure: 'reset' }))
}
