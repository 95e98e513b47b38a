/** Calls to the console's own server. */

import { isRecord } from '../../record'
import type { GivenCode, SentMessage, TrafficAnswer, VendorState } from '../shapes'
import { t } from './i18n'

export type Outcome = { ok: true } | { ok: false; code?: string; sentence: string }

/** Reject when the console itself is gone. */
export const readVendors = async (): Promise<VendorState[]> =>
  (await get<{ vendors: VendorState[] }>('/api/vendors')).vendors

export const readTraffic = (since: string): Promise<TrafficAnswer> =>
  get(`/api/traffic?since=${encodeURIComponent(since)}`)

/** null: nobody can become an operator by a code. */
export const readOperatorCode = async (): Promise<string | null> =>
  (await get<{ code: string | null }>('/api/operator')).code

/** null: the example of a business system does not run. */
export const readBusinessSystem = async (): Promise<string | null> =>
  (await get<{ url: string | null }>('/api/business-system')).url

/** Newest first. */
export const readCodes = async (): Promise<GivenCode[]> =>
  (await get<{ codes: GivenCode[] }>('/api/codes')).codes

/** Newest first. */
export const readMessages = async (): Promise<SentMessage[]> =>
  (await get<{ messages: SentMessage[] }>('/api/messages')).messages

export async function readSampleSheet(): Promise<Blob> {
  return (await fetch('/sample-sheet.csv')).blob()
}

export async function post(path: string, body: Record<string, unknown> = {}): Promise<Outcome> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return { ok: true }
    const answer: unknown = await response.json()
    return { ok: false, ...explain(answer) }
  } catch {
    return { ok: false, sentence: t('disconnected') }
  }
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}

/** Simulators answer `error`, the local cloud `errMsg`; both are sentences for developers. */
function explain(answer: unknown): { code?: string; sentence: string } {
  if (!isRecord(answer)) return { sentence: t('failed') }
  const { code } = answer
  if (code === 'vendorDown' || code === 'cloudDown') return { code, sentence: t(code) }
  const sentence = [answer.error, answer.errMsg].find(one => typeof one === 'string') ?? t('failed')
  return { ...(typeof code === 'string' ? { code } : {}), sentence: String(sentence) }
}
