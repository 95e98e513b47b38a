import type { SendAnswer } from '../domain/message/message'
import type { Config } from './config'
import type { SendMessage } from './messages'
import type { Patience } from './patience'
import { cloudCalls } from './sdk'

const states = { release: 'formal', trial: 'trial', develop: 'developer' } as const

export function createSendMessage(version: Config['codeVersion'], patiently: Patience): SendMessage {
  return async ({ openid, template, page, data }) => {
    try {
      await patiently(() =>
        cloudCalls().openapi.subscribeMessage.send({
          touser: openid,
          templateId: template,
          page,
          data: Object.fromEntries(Object.entries(data).map(([place, value]) => [place, { value }])),
          miniprogramState: states[version],
          lang: 'zh_CN',
        }),
      )
      return { kind: 'sent' }
    } catch (error) {
      return answerOf(error)
    }
  }
}

/** Only a code of WeChat's, or of its gateway, says that nothing was sent; those of the SDK say that it heard nothing. */
function answerOf(error: unknown): SendAnswer {
  const code: unknown = Object(error).errCode
  const isSaid = typeof code === 'number' && (code >= 10_000 || Math.trunc(code / 100) === -6041)
  return isSaid ? { kind: 'refused', code } : { kind: 'unknown' }
}
