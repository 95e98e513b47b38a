/** Messages to the caller: their envelope, where they go, and the probe before an address is saved. */

import { isRecord } from '../../record'
import type { Callback, CallbackSender } from '../kit/callbacks'
import type { PersonPlan } from '../kit/script'
import { contentSignature, encrypt } from './envelope'
import { newId } from './ids'
import type { Fields } from './protocol'
import type { MsgType } from './states'

export interface Message {
  type: MsgType
  data: Fields
}

export type Saved = { ok: true } | { ok: false; problem: string }

export interface NoticeOptions {
  callbacks: CallbackSender
  url?: string
  token?: string
  /** 32 characters; without it messages go in clear. */
  key?: string
}

export function createNotices({ callbacks, token, key, ...initial }: NoticeOptions) {
  let url = initial.url

  const callbackOf = (to: string, content: Fields): Callback => {
    const isProbe = Object.keys(content).length === 0
    const text = JSON.stringify(content)
    const body = key === undefined || isProbe ? text : JSON.stringify({ encrypt: encrypt(text, key) })
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (token !== undefined) headers['content-signature'] = contentSignature(body, token)
    const shown: unknown = JSON.parse(body)
    return {
      url: to,
      headers,
      body,
      shown: isRecord(shown) && 'encrypt' in shown ? { ...shown, message: content } : content,
    }
  }

  return {
    url: (): string | undefined => url,

    /** An address is saved only when it answers the probe with 200; `undefined` forgets the one there was. */
    async setUrl(wanted: string | undefined): Promise<Saved> {
      const problem = wanted && (await callbacks.probe(callbackOf(wanted, {}), 'probe of a callback address'))
      if (problem) return { ok: false, problem }
      url = wanted
      return { ok: true }
    },

    send(messages: readonly Message[], plan: PersonPlan = {}): Promise<void> {
      const to = url
      if (to === undefined) return Promise.resolve()
      const list = messages.map(({ type, data }) =>
        callbackOf(to, { MsgId: newId(), MsgType: type, MsgVersion: 'CustomApp', MsgData: data }),
      )
      return callbacks.send(list, { mode: plan.callback, delayMs: plan.callbackDelayMs })
    },
  }
}

export type Notices = ReturnType<typeof createNotices>

/** Only 200 is delivered. */
export function problemOf(status: number): string | undefined {
  return status === 200 ? undefined : `answered HTTP ${status}, not 200`
}
