/** Turns what is to be told into callbacks: plain or in an envelope, as form or as JSON. */
import type { Callback, CallbackOrder, CallbackSender } from '../kit/callbacks'
import type { Clock } from '../kit/clock'
import type { PersonPlan } from '../kit/script'
import { object, oneOf, optional, required } from '../kit/shape'
import { seal } from './envelope'

export const callbackModeShape = object({
  mode: required(oneOf(['plain', 'signed', 'encrypted'])),
  format: optional(oneOf(['form', 'json'])),
})
export type CallbackMode = ReturnType<typeof callbackModeShape>

/** Numbers stay numbers in JSON; a form knows only text. */
export type NoticeFields = Record<string, string | number>

const DOCUMENTED: Required<CallbackMode> = { mode: 'plain', format: 'form' }

const CONTENT_TYPES = {
  form: 'application/x-www-form-urlencoded;charset=UTF-8',
  json: 'application/json;charset=UTF-8',
} as const

export function createNotices(options: {
  clock: Clock
  callbacks: CallbackSender
  secretKey: string
  callbackMode?: CallbackMode['mode']
}) {
  const { clock, callbacks, secretKey } = options
  const first = { ...DOCUMENTED, mode: options.callbackMode ?? DOCUMENTED.mode }
  let current = first

  const callbackOf = (url: string, fields: NoticeFields): Callback => {
    const { mode, format } = current
    const told: NoticeFields =
      mode === 'plain'
        ? fields
        : {
            ...seal(JSON.stringify(fields), {
              key: secretKey,
              timestamp: String(clock.now()),
              encrypted: mode === 'encrypted',
            }),
          }
    return {
      url,
      headers: { 'content-type': CONTENT_TYPES[format] },
      body: format === 'json' ? JSON.stringify(told) : new URLSearchParams(texts(told)).toString(),
      shown: told,
    }
  }

  return {
    mode: (): Required<CallbackMode> => current,
    setMode({ mode, format = 'form' }: CallbackMode): void {
      current = { mode, format }
    },
    /** Without an address nothing is told. */
    send(url: string | undefined, list: readonly NoticeFields[], plan: PersonPlan = {}): Promise<void> {
      if (url === undefined) return Promise.resolve()
      const order: CallbackOrder = { mode: plan.callback, delayMs: plan.callbackDelayMs }
      return callbacks.send(
        list.map(fields => callbackOf(url, fields)),
        order,
      )
    },
    reset(): void {
      current = first
    },
  }
}

export type Notices = ReturnType<typeof createNotices>

function texts(fields: NoticeFields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}
