/** Talks to the simulators' `/__sandbox/` on behalf of the page. */

import { isRecord } from '../record'
import { type Answer, Refusal } from './answer'
import type { QueuedOrder, VendorLink, VendorState } from './shapes'

const TIMEOUT_MS = 3000

export async function vendorState(vendor: VendorLink): Promise<Omit<VendorState, 'chosen'>> {
  const answer = await ask(`${vendor.url}/__sandbox/next`)
  return { ...vendor, running: answer !== undefined, queue: queueOf(answer?.body) }
}

/** Log entries after `since`; `undefined` when the simulator is not running. */
export async function vendorLog(vendor: VendorLink, since: number): Promise<unknown[] | undefined> {
  const answer = await ask(`${vendor.url}/__sandbox/log?since=${since}`)
  if (!isRecord(answer?.body)) return undefined
  return Array.isArray(answer.body.entries) ? answer.body.entries : []
}

/** Passes the simulator's answer on, its sentences of refusal included. */
export async function queueOrder(vendor: VendorLink, order: Record<string, unknown>): Promise<Answer> {
  return running(vendor, await ask(`${vendor.url}/__sandbox/next`, 'POST', order))
}

export async function resetVendor(vendor: VendorLink): Promise<void> {
  running(vendor, await ask(`${vendor.url}/__sandbox/reset`, 'POST', {}))
}

/** Forgets what waits, and nothing else. */
export async function clearQueue(vendor: VendorLink): Promise<void> {
  const answer = running(vendor, await ask(`${vendor.url}/__sandbox/next`, 'DELETE'))
  if (answer.status < 300) return
  throw new Refusal(409, 'cannotClear', `the ${vendor.name} simulator can only be reset as a whole`)
}

/** `undefined`: nobody listens, or nobody answered in time. */
export async function ask(
  url: string,
  method = 'GET',
  body?: unknown,
  timeoutMs = TIMEOUT_MS,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: response.status, body: jsonOrText(await response.text()) }
  } catch {
    return undefined
  }
}

function running(vendor: VendorLink, answer: Answer | undefined): Answer {
  if (answer) return answer
  throw new Refusal(502, 'vendorDown', `the ${vendor.name} simulator does not answer at ${vendor.url}`)
}

function queueOf(body: unknown): QueuedOrder[] {
  return isRecord(body) && Array.isArray(body.queue) ? body.queue.filter(isRecord) : []
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
