import type { ActionResults } from '../../../cloud/types'
import { defineTexts } from '../../../i18n'
import { clock } from '../../../i18n/time'

type Reminded = ActionResults['invitation.remind']['reminded'][number]

const zh = {
  told: '{n} 份已在微信里提醒（晚上十点以后的，早上八点发）',
  soon: '{n} 份一天之内提醒过',
  ask: '{n} 份的人没有同意接收消息，请复制催办的话自己发',
  none: '列出的都已经结束，没有要催的。',
  list: '；',
  copy: '复制催办的话',
  line: '您好，“{title}”还没有办完，请在 {time} 前用微信打开：{link}',
  'line.code': '您好，“{title}”还没有办完，请在 {time} 前用微信扫原来的码接着办。',
  to: '{name}：{text}',
}

const en: Record<keyof typeof zh, string> = {
  told: '{n} reminded in WeChat (after ten at night: at eight in the morning)',
  soon: '{n} reminded within the last day',
  ask: '{n} agreed to no messages; copy the reminder and send it yourself',
  none: 'All of them have ended; nobody is to be reminded.',
  list: '; ',
  copy: 'Copy the reminders',
  line: 'Hello, “{title}” is not finished yet. Please open it with WeChat before {time}: {link}',
  'line.code': 'Hello, “{title}” is not finished yet. Please scan the code again with WeChat before {time}.',
  to: '{name}: {text}',
}

export const remindText = defineTexts({ zh, en })

const outcomes = ['told', 'soon', 'ask'] as const

/** How many were reminded, and how many not. */
export function remindedText(reminded: readonly Reminded[]): string {
  const count = (outcome: Reminded['outcome']) => reminded.filter(each => each.outcome === outcome).length
  const parts = outcomes.filter(each => count(each) > 0).map(each => remindText(each, { n: count(each) }))
  return parts.length === 0 ? remindText('none') : parts.join(remindText('list'))
}

/** What to send to those whom no message reaches, one below the other; '' when there is nobody. */
export function remindersToSend(reminded: readonly Reminded[]): string {
  return reminded
    .filter(({ outcome }) => outcome === 'ask')
    .map(({ name, title, link, expiresAt }) => {
      const time = clock(expiresAt)
      const text =
        link === null ? remindText('line.code', { title, time }) : remindText('line', { title, time, link })
      return name === '' ? text : remindText('to', { name, text })
    })
    .join('\n')
}
