import type { HttpResponse } from '../../platform/http'
import { isRecord, parseRecord } from '../../platform/json'
import { labelOf, textOf } from '../label'
import { heeding, type Outcome, throttled } from '../outcome'
import { type CallKind, failureOf, gatewayFailure, isDocumented, lost } from './errors'

/** Refused before anything happened, also when the body is not the gateway's. */
const refusals = [401, 403]

/**
 * `{code, message, data}`; 0 is success. The body is read before the HTTP status, which is documented for the gateway's
 * refusals alone. Ids of 16 digits and more stay texts.
 */
export function readAnswer(answer: HttpResponse, kind: CallKind): Outcome<Record<string, unknown>> {
  return answer.status === 429 ? throttled(answer) : heeding(read(answer, kind), answer)
}

function read({ status, body }: HttpResponse, kind: CallKind): Outcome<Record<string, unknown>> {
  const envelope = parseRecord(body) ?? {}
  const code = labelOf(envelope.code) || (refusals.includes(status) ? String(status) : '')
  if (code === '') return lost(kind, `HTTP_${status}`, 'the answer is not the documented envelope')
  if (Number(code) === 0) return { kind: 'ok', value: isRecord(envelope.data) ? envelope.data : {} }
  if (code === '401' || code === '403') return gatewayFailure(code, textOf(envelope.message))
  if (!isDocumented(code)) return lost(kind, code, `HTTP ${status} with an undocumented code`)
  return failureOf(code, kind)
}

/** The same outcome with what was answered put into our words. */
export function mapped<T, U>(outcome: Outcome<T>, map: (value: T) => U): Outcome<U> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: map(outcome.value) } : outcome
}
