/** Sends notices, signed, to the address of the call that began the flow and to the console's webhook. */
import type { Callback, CallbackOrder, CallbackSender } from '../kit/callbacks'
import type { Clock } from '../kit/clock'
import type { PersonPlan } from '../kit/script'
import { object, optional, truth } from '../kit/shape'
import type { Flow } from './flows'
import { v2End, v3Authorized, v3Passed } from './notice-fields'
import type { Prober } from './prober'
import { noticeSignature } from './signature'
import { notifyUrl, textOrEmpty } from './values'

export type NoticeKind = 'passed' | 'failed' | 'authorized'

export const noticeSettingsShape = object({
  /** Empty: none. */
  webhookUrl: optional((value, at) => (value === '' ? textOrEmpty(value, at) : notifyUrl(value, at))),
  failures: optional(truth),
})

export interface NoticeSettings {
  /** The webhook of the console; v2's notices carry `action` there and nowhere else. */
  webhookUrl: string
  /** Documented: off, unless the vendor's staff turned them on. */
  failures: boolean
}

export function createNotices(options: {
  clock: Clock
  /** v2 and v3 differ in what they accept and how often they repeat. */
  senders: Record<Flow['family'], CallbackSender>
  prober: Prober
  appId: string
  secret: string
  initial: NoticeSettings
}) {
  const { clock, senders, prober, appId, secret, initial } = options
  let settings = initial

  /** A repeated notice repeats the headers too, its timestamp among them. */
  const signed = (url: string, fields: Record<string, unknown>): Callback => {
    const body = JSON.stringify(fields)
    const timestamp = String(clock.now())
    const signature = noticeSignature({ timestamp, query: new URL(url).searchParams, body, secret })
    return {
      url,
      headers: {
        'content-type': 'application/json;charset=UTF-8',
        'X-Tsign-Open-App-Id': appId,
        'X-Tsign-Open-TIMESTAMP': timestamp,
        'X-Tsign-Open-SIGNATURE-ALGORITHM': 'hmac-sha256',
        'X-Tsign-Open-SIGNATURE': signature,
      },
      body,
      shown: fields,
    }
  }

  const fieldsOf = (
    flow: Flow,
    kind: NoticeKind,
    isWebhook: boolean,
  ): Record<string, unknown> | undefined => {
    if (flow.family === 'v3') {
      if (kind === 'passed') return v3Passed(flow, clock.now())
      // There is no v3 notice of a failure.
      return kind === 'authorized' ? v3Authorized(flow, clock.now()) : undefined
    }
    if (kind === 'failed' && !settings.failures) return undefined
    return v2End(flow, kind === 'passed', isWebhook)
  }

  return {
    settings: (): NoticeSettings => settings,
    set(next: Partial<NoticeSettings>): void {
      settings = { ...settings, ...next }
    },
    send(flow: Flow, kinds: readonly NoticeKind[], plan: PersonPlan = {}): Promise<void> {
      const targets = [
        { url: flow.request.notifyUrl, isWebhook: false },
        { url: settings.webhookUrl, isWebhook: true },
      ]
      const told = kinds.flatMap(kind =>
        targets.flatMap(({ url, isWebhook }) => {
          const fields = url ? fieldsOf(flow, kind, isWebhook) : undefined
          return url && fields ? [signed(url, fields)] : []
        }),
      )
      const order: CallbackOrder = { mode: plan.callback, delayMs: plan.callbackDelayMs }
      return told.length === 0 ? Promise.resolve() : senders[flow.family].send(told, order)
    },
    /** To one address, outside a flow's course. */
    tell(family: Flow['family'], url: string | undefined, fields: Record<string, unknown>): Promise<void> {
      return url ? senders[family].send([signed(url, fields)]) : Promise.resolve()
    },
    /** Documented: during face recognition the notify address is also asked with GET. */
    probe(flow: Flow): void {
      if (flow.request.notifyUrl) prober.probe(flow.request.notifyUrl)
    },
    reset(): void {
      settings = initial
      prober.stop()
    },
  }
}

export type Notices = ReturnType<typeof createNotices>
