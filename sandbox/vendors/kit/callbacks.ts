/** Sends a vendor's callbacks, with its retries, to addresses of this machine only. */
import http from 'node:http'
import https from 'node:https'
import type { Clock } from './clock'
import type { CallbackMode } from './script'
import type { TrafficLog } from './traffic-log'

export interface CallbackRules {
  /** Waits before the second, third … call after an unaccepted one, ms. */
  retryDelaysMs: readonly number[]
  /** Says what is wrong with an answer; `undefined` accepts it. */
  problemOf(status: number, body: string): string | undefined
  timeoutMs?: number
}

export interface Callback {
  url: string
  headers: Record<string, string>
  body: string
  /** What the log shows as body. */
  shown: Record<string, unknown>
}

export interface CallbackOrder {
  mode?: CallbackMode
  delayMs?: number
}

export interface CallbackSender {
  /**
   * Calls in this order, each after the one before it was answered. Resolves when the caller may go on: at once,
   * or with `before-return` after the first call of each was answered.
   */
  send(callbacks: readonly Callback[], order?: CallbackOrder): Promise<void>
  /** One call without retries; resolves with what is wrong with its answer. */
  probe(callback: Callback, note: string): Promise<string | undefined>
  /** Breaks off calls under way; waiting ones hang on the clock and end with it. */
  stop(): void
}

/** Nothing outside this machine is ever called, whatever a request says. */
const CALLABLE_HOSTS = ['127.0.0.1', 'localhost']
const LATE_MS = 15_000
const TIMEOUT_MS = 10_000

export function createCallbackSender(clock: Clock, log: TrafficLog, rules: CallbackRules): CallbackSender {
  const calls = new Set<AbortController>()
  let generation = 0

  const record = (callback: Callback, startedAt: number, result: Result, note: string) => {
    const url = new URL(callback.url)
    log.add({
      at: new Date().toISOString(),
      direction: 'out',
      method: 'POST',
      path: url.origin + url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: callback.headers,
      body: callback.shown,
      ms: Math.round(performance.now() - startedAt),
      status: result.status,
      answer: result.body,
      note,
    })
  }

  /** One call and the retries it asks for; resolves after this call. */
  const call = async (callback: Callback, attempt: number): Promise<void> => {
    const startedAt = performance.now()
    const bornIn = generation
    const abort = new AbortController()
    calls.add(abort)
    const result = await post(callback, rules.timeoutMs ?? TIMEOUT_MS, abort.signal)
    calls.delete(abort)
    if (bornIn !== generation) return
    const problem = result.status === null ? result.problem : rules.problemOf(result.status, result.body)
    const retryMs = problem === undefined ? undefined : rules.retryDelaysMs[attempt]
    const next = retryMs === undefined ? '' : `; next in ${retryMs} ms`
    record(callback, startedAt, result, `callback, call ${attempt + 1}: ${problem ?? 'accepted'}${next}`)
    if (retryMs !== undefined) clock.after(retryMs, () => void call(callback, attempt + 1))
  }

  /** The first call of each, and with `duplicate` a second one. */
  const callAll = async (callbacks: readonly Callback[], times: number): Promise<void> => {
    const bornIn = generation
    for (const callback of callbacks) {
      for (let time = 0; time < times && bornIn === generation; time += 1) await call(callback, 0)
    }
  }

  return {
    async send(callbacks, { mode = 'normal', delayMs = mode === 'late' ? LATE_MS : 0 } = {}) {
      const sent = callbacks.filter(callback => {
        const withheld = reasonToWithhold(callback, mode)
        if (withheld) {
          record(callback, performance.now(), { status: null, body: '', problem: withheld }, withheld)
        }
        return !withheld
      })
      if (mode === 'before-return') return callAll(sent, 1)
      clock.after(delayMs, () => void callAll(sent, mode === 'duplicate' ? 2 : 1))
    },
    async probe(callback, note) {
      const startedAt = performance.now()
      const withheld = reasonToWithhold(callback)
      if (withheld) return withheld
      const result = await post(callback, rules.timeoutMs ?? TIMEOUT_MS, new AbortController().signal)
      const problem = result.status === null ? result.problem : rules.problemOf(result.status, result.body)
      record(callback, startedAt, result, `${note}: ${problem ?? 'accepted'}`)
      return problem
    },
    stop() {
      generation += 1
      for (const abort of calls) abort.abort()
      calls.clear()
    },
  }
}

function reasonToWithhold(callback: Callback, mode?: CallbackMode): string | undefined {
  if (mode === 'missing') return 'callback withheld: ordered as "missing"'
  const { hostname } = new URL(callback.url)
  return CALLABLE_HOSTS.includes(hostname)
    ? undefined
    : `callback not sent: the sandbox calls only ${CALLABLE_HOSTS.join(' and ')}`
}

type Result = { status: number; body: string } | { status: null; body: string; problem: string }

function post(callback: Callback, timeoutMs: number, signal: AbortSignal): Promise<Result> {
  return new Promise(resolve => {
    const fail = (error: Error) =>
      resolve({ status: null, body: '', problem: `no answer (${error.message})` })
    const client = callback.url.toLowerCase().startsWith('https:') ? https : http
    const options = {
      method: 'POST',
      agent: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: { ...callback.headers, 'content-length': String(Buffer.byteLength(callback.body)) },
    }
    const request = client.request(callback.url, options, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    request.on('error', fail)
    request.end(callback.body)
  })
}
