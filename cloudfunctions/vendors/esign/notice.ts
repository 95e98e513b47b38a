import { createHmac } from 'node:crypto'
import type { Standing } from '../../domain/decide'
import type { Clock } from '../../platform/clock'
import { sameText } from '../../platform/crypto'
import { parseRecord } from '../../platform/json'
import type { NoticeAnswer, NoticeReading, RawNotice } from '../driver'
import { textOf } from '../label'
import { lookUp, wordOf } from './shape'

/** v2 wants HTTP 200, v3 suggests this body. */
export const noticeAnswer: NoticeAnswer = {
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"code":"200","msg":"success"}',
}

/**
 * `action` of v3's notices about a flow. That somebody authorized something is no proof of who he is: it only makes us
 * ask. `AUTHORIZE_CHANGE` names no flow.
 */
const v3Standings: Readonly<Record<string, Standing>> = {
  AUTH_PASS: 'verified',
  AUTHORIZE_FINISH: 'started',
}

/** v2 names an action to the webhook of its console alone. */
const v2Actions: readonly unknown[] = [undefined, null, '', 'identity_psn_end', 'identity_org_end']

/**
 * ms. v2 repeats a notice within seconds, v3 up to sixteen times over some hours (open.esign.cn, 回调通知); whether the
 * time in the header is renewed then is not documented. A day holds either; ahead, clocks may differ by this much.
 */
const window = { back: 24 * 3600_000, ahead: 5 * 60_000 }

export interface NoticeOptions {
  appSecret: string
  /** The one before, during a rotation. */
  appSecretOld?: string | null
  clock: Clock
}

/** Notices are signed over the time in a header, the query of our own address, and the raw bytes. */
export function readNotice(
  notice: RawNotice,
  { appSecret, appSecretOld, clock }: NoticeOptions,
): NoticeReading {
  const { headers, query, body } = notice
  const signature = headers['x-tsign-open-signature']
  const timestamp = headers['x-tsign-open-timestamp']
  if (!signature || !timestamp) return refused('there is no signature')
  const isOf = (secret: string) =>
    sameText(signature.toLowerCase(), signNotice({ timestamp, query, body }, secret))
  if (!isOf(appSecret) && !(appSecretOld && isOf(appSecretOld)))
    return refused('the signature is wrong: other secret, or other environment?')
  const age = clock() - Number(timestamp)
  if (!/^\d{13}$/.test(timestamp) || age > window.back || -age > window.ahead)
    return refused('its time is too far from now')
  const fields = parseRecord(body.toString())
  return fields ? readFields(fields) : refused('the body is not a JSON object')
}

/** Lower-case hex; the query's values in the order of their keys, nothing between. Source: 回调通知验签. */
export function signNotice(
  { timestamp, query, body }: { timestamp: string; query: Record<string, string>; body: Buffer },
  appSecret: string,
): string {
  const values = Object.keys(query)
    .sort()
    .map(key => query[key])
  const signed = [timestamp, ...values].join('')
  return createHmac('sha256', appSecret).update(signed).update(body).digest('hex')
}

function readFields(fields: Record<string, unknown>): NoticeReading {
  const { action, success, status, flowId, authFlowId } = fields
  const v3Standing = typeof action === 'string' ? lookUp(v3Standings, action) : undefined
  if (v3Standing) {
    const claim = { standing: v3Standing, rawStatus: `action=${String(action)}` }
    return { kind: 'read', claim, refs: refsOf('authFlowId', authFlowId) }
  }
  // `status` is the older name of the same truth; an invitation's is a number and means something else.
  const passed = success ?? status
  if (!v2Actions.includes(action) || flowId === undefined || typeof passed !== 'boolean')
    return { kind: 'nothing' }
  const claim = { standing: passed ? 'verified' : 'rejected', rawStatus: `success=${passed}` } as const
  return { kind: 'read', claim, refs: refsOf('flowId', flowId) }
}

function refsOf(name: 'flowId' | 'authFlowId', id: unknown): Record<string, string> {
  const text = wordOf(textOf(id))
  return text === '' ? {} : { [name]: text }
}

function refused(reason: string): NoticeReading {
  return { kind: 'refused', reason }
}
