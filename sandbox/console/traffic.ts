/** One list out of what the simulators logged and what the local cloud ran. */

import { isRecord } from '../record'
import type { TrafficAnswer, TrafficRow, VendorLink } from './shapes'
import { vendorLog } from './vendors'

export interface CloudCall {
  id: number
  /** When it was over, Unix ms. */
  at: number
  function: string
  trigger: string
  action?: string
  ms: number
  ok: boolean
  errorCode?: string
  /** What the mini-program asked and was answered, masked. */
  asked?: unknown
  answered?: unknown
}

export interface TrafficSources {
  vendors: readonly VendorLink[]
  cloudTraffic: () => readonly CloudCall[]
}

const CLOUD = 'cloud'
/** The local cloud reports the calls to its own services that failed, under the function that made them. */
const SERVICE_CALL = /^(database|storage|functions|wx)\./
const SENDER_OF: Record<string, string> = {
  client: 'phone',
  http: 'http',
  timer: 'timer',
  function: 'functions',
}

export async function readTraffic(sources: TrafficSources, since: string): Promise<TrafficAnswer> {
  const last = parseCursor(since)
  const rows: TrafficRow[] = []
  const logs = sources.vendors.map(async vendor => ({
    vendor,
    entries: (await vendorLog(vendor, last.get(vendor.id) ?? 0)) ?? [],
  }))
  for (const { vendor, entries } of await Promise.all(logs)) {
    for (const entry of entries) {
      if (!isRecord(entry) || typeof entry.id !== 'number') continue
      last.set(vendor.id, Math.max(last.get(vendor.id) ?? 0, entry.id))
      rows.push(rowOfVendor(vendor.id, entry.id, entry))
    }
  }
  const lastCall = last.get(CLOUD) ?? 0
  for (const call of sources.cloudTraffic()) {
    if (call.id <= lastCall) continue
    last.set(CLOUD, Math.max(last.get(CLOUD) ?? 0, call.id))
    rows.push(rowOfCloud(call))
  }
  rows.sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))
  return { rows, cursor: [...last].map(([source, id]) => `${source}:${id}`).join(',') }
}

function parseCursor(text: string): Map<string, number> {
  const last = new Map<string, number>()
  for (const part of text.split(',')) {
    const [source, id] = part.split(':')
    if (source && Number.isSafeInteger(Number(id))) last.set(source, Number(id))
  }
  return last
}

/** Simulators stamp an entry when it is over. */
function rowOfVendor(vendor: string, id: number, entry: Record<string, unknown>): TrafficRow {
  const ms = typeof entry.ms === 'number' ? entry.ms : 0
  const status = typeof entry.status === 'number' ? entry.status : null
  const path = String(entry.path ?? '')
  const code = codeOf(entry.answer)
  const isOut = entry.direction === 'out'
  const { query, headers, body, answer, note } = entry
  return {
    key: `${vendor}-${id}`,
    at: Date.parse(String(entry.at)) - ms,
    ms,
    from: isOut ? vendor : isBrowser(headers) ? 'phone' : 'functions',
    to: isOut ? receiverOf(path) : vendor,
    what: `${String(entry.method ?? '')} ${shortened(path)}`,
    status,
    failed: status === null || status >= 400 || code !== undefined,
    ...(code === undefined ? {} : { code }),
    detail: { note, query, headers, body, answer },
  }
}

function rowOfCloud(call: CloudCall): TrafficRow {
  const { function: name, trigger, action, errorCode, asked, answered } = call
  return {
    key: `${CLOUD}-${call.id}`,
    at: call.at - call.ms,
    ms: call.ms,
    ...(SERVICE_CALL.test(action ?? '')
      ? { from: name || 'functions', to: 'platform' }
      : { from: SENDER_OF[trigger] ?? trigger, to: name }),
    what: action ?? name,
    status: call.ok ? (refusal(answered) ?? 'ok') : (errorCode ?? 'error'),
    failed: !call.ok || refusal(answered) !== undefined,
    detail:
      asked === undefined
        ? { function: name, trigger, action, errorCode }
        : { body: asked, answer: answered },
  }
}

/** The code with which an action refused. */
function refusal(answered: unknown): string | undefined {
  if (!isRecord(answered) || answered.ok !== false || !isRecord(answered.error)) return undefined
  return String(answered.error.code)
}

/** The functions send neither of these. */
function isBrowser(headers: unknown): boolean {
  return isRecord(headers) && ('sec-fetch-mode' in headers || /^Mozilla/.test(String(headers['user-agent'])))
}

/** HTTP access of the local cloud is `/http/<function>/…`. */
function receiverOf(address: string): string {
  return /^https?:\/\/[^/]+\/http\/([^/?]+)/.exec(address)?.[1] ?? 'http'
}

/** The name of an action of 腾讯电子签, such as `DescribeUserVerifyStatus`. */
const ACTION_NAME = /^(?:[A-Z][a-z]+){2,}$/

/** Without the host, and with long ids cut: the last step of a callback's path is a secret. */
function shortened(path: string): string {
  return path
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[^/]{21,}/g, step => (ACTION_NAME.test(step) ? step : `${step.slice(0, 8)}…`))
}

/** 契约锁 and e签宝 answer `code`, 腾讯电子签 `Response.Error.Code`. */
function codeOf(answer: unknown): string | undefined {
  if (!isRecord(answer)) return undefined
  if (answer.code !== undefined) return Number(answer.code) === 0 ? undefined : String(answer.code)
  const error = isRecord(answer.Response) ? answer.Response.Error : undefined
  return isRecord(error) && error.Code !== undefined ? String(error.Code) : undefined
}
