import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Budget, unlimited } from './budget'
import { isPublicAddress, isPublicHost } from './publicAddress'

export interface HttpRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string | Buffer
}

export interface HttpResponse {
  status: number
  body: string
  /** ms the other side wants to be left alone, at most an hour; only where it says so. */
  retryAfterMs?: number
}

/** Sends one request, once. Throws only `HttpFailure`. */
export type Http = (request: HttpRequest) => Promise<HttpResponse>

const sentences: { readonly [reason: string]: string } = {
  address: 'the host leads to a private, loopback or metadata address: check the base address of the vendor',
  budget: 'this run has waited for others as long as it may: not asked, the next run goes on',
}

/** No answer came. `sent` tells whether the other side may have received the request all the same. */
export class HttpFailure extends Error {
  constructor(
    readonly reason: 'connect' | 'timeout' | 'reset' | 'tooLarge' | 'address' | 'budget' | 'status',
    readonly sent: boolean,
  ) {
    super(sentences[reason] ?? `no answer: ${reason}`)
    this.name = 'HttpFailure'
  }
}

export interface HttpOptions {
  /** ms until the whole answer must be there. */
  timeoutMs: number
  /** ms until the connection must stand. */
  connectTimeoutMs: number
  /** Talks to no private, loopback or metadata address, whatever a name resolves to. */
  publicOnly?: boolean
  /** What a run may wait in all; a call is cut off where that ends. */
  budget?: Budget
}

const largestAnswer = 1024 * 1024

/** Fetches what is not text, at most so many bytes. Throws HttpFailure; `tooLarge` also before anything has come. */
export type Download = (url: string, most: number) => Promise<Buffer>

/** The port to the vendors: `node:https`, because Node 16 has no fetch. */
export function createHttp({ budget = unlimited, timeoutMs, ...options }: HttpOptions): Http {
  return async request => {
    if (!budget.hasTime()) throw new HttpFailure('budget', false)
    const { bytes, ...answer } = await budget.spend(() =>
      send(request, { ...options, most: largestAnswer, timeoutMs: Math.min(timeoutMs, budget.left()) }),
    )
    return { ...answer, body: bytes.toString('utf8') }
  }
}

/** From an address of our own cloud storage. */
export function createDownload({ budget = unlimited, timeoutMs, ...options }: HttpOptions): Download {
  return async (url, most) => {
    if (!budget.hasTime()) throw new HttpFailure('budget', false)
    const request = { method: 'GET', url, headers: {} } as const
    const { status, bytes } = await budget.spend(() =>
      send(request, { ...options, most, timeoutMs: Math.min(timeoutMs, budget.left()) }),
    )
    if (status !== 200) throw new HttpFailure('status', true)
    return bytes
  }
}

interface Sending extends Omit<HttpOptions, 'budget'> {
  /** Bytes. */
  most: number
}

/** The time-out is for the whole answer, however much of it comes in drops. */
function send(
  request: HttpRequest,
  { timeoutMs, connectTimeoutMs, most, publicOnly = false }: Sending,
): Promise<Omit<HttpResponse, 'body'> & { bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    if (publicOnly && !isPublicHost(new URL(request.url).hostname)) {
      reject(new HttpFailure('address', false))
      return
    }
    const transport = request.url.startsWith('https:') ? https : http
    let connected = false
    const outgoing = transport.request(request.url, {
      method: request.method,
      headers: request.headers,
      // Never a connection of before: while an instance stood still the other side may have closed it, and a request
      // that breaks off may have happened.
      agent: false,
      ...(publicOnly && { lookup: publicLookup }),
    })
    const fail = (failure: HttpFailure) => {
      clearTimeout(connecting)
      clearTimeout(waiting)
      outgoing.destroy()
      reject(failure)
    }
    const connecting = setTimeout(() => fail(new HttpFailure('connect', false)), connectTimeoutMs)
    const waiting = setTimeout(() => fail(new HttpFailure('timeout', connected)), timeoutMs)
    outgoing.on('socket', socket => {
      socket.once(transport === https ? 'secureConnect' : 'connect', () => {
        connected = true
        clearTimeout(connecting)
      })
    })
    outgoing.on('error', error => {
      const isInside = error instanceof InsideAddress
      if (isInside) fail(new HttpFailure('address', false))
      else fail(new HttpFailure(connected ? 'reset' : 'connect', connected))
    })
    outgoing.on('response', incoming => {
      const chunks: Buffer[] = []
      let size = 0
      if (Number(incoming.headers['content-length']) > most) fail(new HttpFailure('tooLarge', true))
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > most) fail(new HttpFailure('tooLarge', true))
        else chunks.push(chunk)
      })
      incoming.on('error', () => fail(new HttpFailure('reset', true)))
      incoming.on('end', () => {
        clearTimeout(connecting)
        clearTimeout(waiting)
        const retryAfterMs = readRetryAfter(incoming.headers['retry-after'])
        resolve({
          status: incoming.statusCode ?? 0,
          bytes: Buffer.concat(chunks),
          ...(retryAfterMs !== null && { retryAfterMs }),
        })
      })
    })
    outgoing.end(request.body)
  })
}

class InsideAddress extends Error {}

/** The look-up of the system, which yields nothing if any address is not public. Node asks for one address or for all. */
const publicLookup: LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    const first = found?.[0]
    if (!first) done(error ?? new Error('no address'), '', 0)
    else if (!found.every(({ address }) => isPublicAddress(address))) done(new InsideAddress(), '', 0)
    else if (options.all) done(null, found)
    else done(null, first.address, first.family)
  })
}

const longestPause = 3600_000

/** `Retry-After`, RFC 9110: seconds or a date. null when it is neither, or not there. */
function readRetryAfter(value: string | undefined): number | null {
  const text = String(value)
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestPause) : null
}
