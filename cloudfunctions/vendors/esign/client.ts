import { HttpFailure, type HttpResponse } from '../../platform/http'
import type { Caller } from '../call'
import type { Outcome } from '../driver'
import { readAnswer } from './answer'
import { type AuthenticationOptions, type Call, createAuthentication } from './authentication'
import { type CallKind, lost, tokenRefused } from './errors'
import { hosts } from './hosts'

export interface ClientOptions extends AuthenticationOptions {
  /** Instead of the vendor's host: an egress proxy. */
  baseUrl: string | null
  call: Caller
}

export type Data = Record<string, unknown>

export interface Client {
  /** A call that only reads: a lost answer is `transient`. */
  get(path: string): Promise<Outcome<Data>>
  /** The same with a body. */
  search(path: string, body: object): Promise<Outcome<Data>>
  /** A call that begins a flow: a lost answer is `indeterminate`. `headers` are not signed. */
  start(path: string, body: object, headers?: Record<string, string>): Promise<Outcome<Data>>
}

/** e签宝's open API: a path for each call, JSON, one envelope, one gateway before it. */
export function createClient(options: ClientOptions): Client {
  const base = options.baseUrl ?? hosts[options.environment]
  const authentication = createAuthentication(options, base)
  return {
    get: path => run('read', { method: 'GET', path, body: '' }),
    search: (path, body) => run('read', { method: 'POST', path, body: JSON.stringify(body) }),
    start: (path, body, headers) =>
      run('start', { method: 'POST', path, body: JSON.stringify(body) }, headers),
  }

  async function run(
    kind: CallKind,
    call: Call,
    headers: Record<string, string> = {},
  ): Promise<Outcome<Data>> {
    const outcome = await options.call(() => attempt(kind, call, headers))
    if (outcome.kind !== 'ok') return outcome
    return outcome.value ? { kind: 'ok', value: outcome.value } : tokenAwaited
  }

  /** null: no token in time. The caller must not take our own waiting for a vendor that does not answer. */
  async function attempt(
    kind: CallKind,
    call: Call,
    headers: Record<string, string>,
    renewedBefore = false,
  ): Promise<Outcome<Data | null>> {
    const proof = await authentication.headersFor(call)
    if (proof === null) return { kind: 'ok', value: null }
    if (proof.kind !== 'ok') return proof
    const outcome = await send(kind, call, { ...headers, ...proof.value })
    const isRefused = outcome.kind === 'misconfigured' && outcome.code === tokenRefused
    if (!isRefused || renewedBefore || !(await authentication.renew(proof.value))) return outcome
    // Refused by the gateway, so nothing has happened.
    return attempt(kind, call, headers, true)
  }

  async function send(
    kind: CallKind,
    { method, path, body }: Call,
    headers: Record<string, string>,
  ): Promise<Outcome<Data>> {
    let response: HttpResponse
    try {
      response = await options.http({ method, url: base + path, headers, ...(body && { body }) })
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error
      return lost(error.sent ? kind : 'read', error.reason.toUpperCase(), error.message)
    }
    return readAnswer(response, kind)
  }
}

const tokenAwaited: Outcome<never> = {
  kind: 'transient',
  code: 'TOKEN_AWAITED',
  detail: 'another instance is getting a token',
}
