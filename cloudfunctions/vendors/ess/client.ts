import * as v from 'valibot'
import type { Clock } from '../../platform/clock'
import { type Http, HttpFailure, type HttpRequest, type HttpResponse } from '../../platform/http'
import { isRecord, parseRecord } from '../../platform/json'
import type { Pace } from '../../platform/pace'
import type { Caller } from '../call'
import { heeding, type Outcome, throttled } from '../outcome'
import type { Action } from './actions'
import { expiredCode, failureOf, lost, rowOf } from './errors'
import { hosts } from './hosts'
import { authorization } from './tc3'

const service = 'ess'
const version = '2020-11-11'
const contentType = 'application/json'

export interface ClientOptions {
  environment: 'production' | 'test'
  /** Instead of the vendor's host. */
  baseUrl: string | null
  secretId: string
  secretKey: string
  operatorUserId: string
  proxyOrganizationId: string | null
  http: Http
  call: Caller
  clock: Clock
  pace: Pace
}

/** `no` is about what was submitted; `text` is the vendor's own sentence, for operators of batches only. */
export type Reply<T> = { said: 'yes'; value: T } | { said: 'no'; code: string; text: string; detail: string }

export interface Client {
  ask<T>(action: Action<T>, fields: object): Promise<Outcome<Reply<T>>>
  /** The same where the vendor's sentence is of no use. */
  call<T>(action: Action<T>, fields: object): Promise<Outcome<T>>
}

/** Tencent's API 3.0: one address, the action in a header, TC3 signatures, one envelope. */
export function createClient(options: ClientOptions): Client {
  const { operatorUserId, proxyOrganizationId, pace } = options
  const url = `${options.baseUrl ?? hosts[options.environment]}/`
  return { ask, call }

  async function ask<T>(action: Action<T>, fields: object): Promise<Outcome<Reply<T>>> {
    const agent = action.agent && proxyOrganizationId !== null
    const body = JSON.stringify({
      Operator: { UserId: operatorUserId },
      ...(agent && { Agent: { ProxyOrganizationId: proxyOrganizationId } }),
      ...fields,
    })
    const outcome = await options.call(() => attempt(action, body))
    if (outcome.kind !== 'ok') return outcome
    return outcome.value ? { kind: 'ok', value: outcome.value } : paced
  }

  async function call<T>(action: Action<T>, fields: object): Promise<Outcome<T>> {
    const outcome = await ask(action, fields)
    if (outcome.kind !== 'ok') return outcome
    const reply = outcome.value
    if (reply.said === 'yes') return { kind: 'ok', value: reply.value }
    return { kind: 'rejected', code: reply.code, detail: reply.detail }
  }

  /** null: there was no place for it. The caller must not take our own waiting for a vendor that does not answer. */
  async function attempt<T>(
    action: Action<T>,
    body: string,
    signedBefore = false,
  ): Promise<Outcome<Reply<T> | null>> {
    if (!(await pace(action.name))) return { kind: 'ok', value: null }
    let response: HttpResponse
    try {
      response = await options.http(signed(action.name, body))
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error
      return lost(error.sent ? action.kind : 'read', error.reason.toUpperCase(), error.message)
    }
    const outcome = heeding(readAnswer(response, action), response)
    const expired = outcome.kind === 'misconfigured' && outcome.code === expiredCode
    return expired && !signedBefore ? attempt(action, body, true) : outcome
  }

  /** Made anew for every try: the timestamp may be five minutes off at most. */
  function signed(name: string, body: string): HttpRequest {
    const { secretId, secretKey, clock } = options
    const { host } = new URL(url)
    const timestamp = Math.floor(clock() / 1000)
    const signing = { secretId, secretKey, service, host, contentType, timestamp, body }
    return {
      method: 'POST',
      url,
      headers: {
        authorization: authorization(signing),
        'content-type': contentType,
        host,
        'x-tc-action': name,
        'x-tc-version': version,
        'x-tc-timestamp': String(timestamp),
      },
      body,
    }
  }
}

const paced: Outcome<never> = {
  kind: 'transient',
  code: 'PACED',
  detail: 'too many of our calls are waiting',
  retryAfterMs: 5000,
}

const errorAnswer = v.object({
  Code: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  Message: v.nullish(v.string(), ''),
})

/** Errors come with HTTP 200 too, so the body is read before the status. */
function readAnswer<T>(answer: HttpResponse, action: Action<T>): Outcome<Reply<T>> {
  const { status, body } = answer
  if (status === 429) return throttled(answer)
  const response = responseOf(body)
  if (!response) return lost(action.kind, `HTTP_${status}`, 'the answer is not the documented envelope')
  const requestId = requestIdOf(response)
  if (response.Error === undefined || response.Error === null) {
    const value = v.safeParse(action.answer, response)
    if (value.success) return { kind: 'ok', value: { said: 'yes', value: value.output } }
    return lost(action.kind, 'SHAPE', `success of an undocumented shape; RequestId ${requestId}`)
  }
  const error = v.safeParse(errorAnswer, response.Error)
  if (!error.success) return lost(action.kind, 'SHAPE', `an error without a code; RequestId ${requestId}`)
  const { Code: code, Message: text } = error.output
  const failure = failureOf(code, requestId, action.kind)
  const aboutInput = ['input', 'business'].includes(rowOf(code).class)
  return aboutInput ? { kind: 'ok', value: { said: 'no', code, text, detail: failure.detail } } : failure
}

function responseOf(body: string): Record<string, unknown> | null {
  const response = parseRecord(body)?.Response
  return isRecord(response) ? response : null
}

function requestIdOf({ RequestId: id }: Record<string, unknown>): string {
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : ''
}
