import { isRecord } from '../record'
import { type Api, type Arguments, jsonAnswer, type OpenApiAnswer, refusal } from './openapi-wire'
import type { MessageTemplate, SentMessage } from './types'

export interface MessageOptions {
  messageTemplates?: readonly MessageTemplate[]
  pages?: readonly string[]
  now: () => number
}

const kept = 50
const mostAtOnce = 5
const states = ['developer', 'trial', 'formal']
const languages = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

/** WeChat's table of what a place of a template takes; the number after the type only tells places apart. */
const places: readonly (readonly [type: string, takes: RegExp])[] = [
  ['thing', /^[^\p{Cc}]{1,20}$/u],
  ['number', /^(?=.{1,32}$)\d+(\.\d+)?$/],
  ['letter', /^[A-Za-z]{1,32}$/],
  ['symbol', /^[\p{P}\p{S}]{1,5}$/u],
  ['character_string', /^[\x21-\x7e]{1,32}$/],
  ['time', /^((\d{4}年)?\d{1,2}月\d{1,2}日 ?)?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/],
  ['date', /^\d{4}([年/.-])\d{1,2}([月/.-])\d{1,2}日?( ([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/],
  ['amount', /^[¥$€£￥]?\d{1,10}(\.\d+)?元?$/],
  ['phone_number', /^[\d+\- ]{1,17}$/],
  ['name', /^(\p{Script=Han}{1,10}|[A-Za-z\p{P} ]{1,20})$/u],
  ['phrase', /^\p{Script=Han}{1,5}$/u],
]

/**
 * `subscribeMessage.send`, and what people have agreed to: each time they agree to a template it may be sent once. The
 * documented refusals, and nothing let through that the documentation does not promise.
 */
export function createMessages({ messageTemplates = [], pages, now }: MessageOptions) {
  const agreed = new Map<string, number>()
  const sent: SentMessage[] = []
  const known = new Map(messageTemplates.map(each => [each.id, each]))
  const keyOf = (openid: string, template: string) => `${openid} ${template}`

  /** What WeChat's question answers to somebody who says yes to all of it; null: it does not come up. */
  const agree = (openid: string, ids: readonly string[]): Record<string, string> | null => {
    if (ids.length === 0 || ids.length > mostAtOnce || ids.some(id => !known.has(id))) return null
    const titles = new Set<string>()
    const answers: Record<string, string> = {}
    for (const id of ids) {
      const title = known.get(id)?.title ?? ''
      answers[id] = titles.has(title) ? 'filter' : 'accept'
      if (!titles.has(title)) agreed.set(keyOf(openid, id), (agreed.get(keyOf(openid, id)) ?? 0) + 1)
      titles.add(title)
    }
    return answers
  }

  const api: Api = (args, functionName) => {
    const { touser, template_id: id, page = '' } = args
    if (typeof touser !== 'string' || touser === '') return refusal(40003, 'invalid openid')
    const template = typeof id === 'string' ? known.get(id) : undefined
    if (!template) return refusal(40037, 'invalid template_id')
    const wrong = shapeProblem(args) ?? pageProblem(String(page), pages) ?? dataProblem(args.data, template)
    if (wrong) return wrong
    const key = keyOf(touser, template.id)
    const left = agreed.get(key) ?? 0
    if (left === 0) return refusal(43101, 'user refuse to accept the msg')
    agreed.set(key, left - 1)
    const data = Object.fromEntries(template.places.map(place => [place, textIn(args.data, place) ?? '']))
    sent.unshift({ title: template.title, page: String(page), data, at: now(), function: functionName })
    sent.splice(kept)
    return jsonAnswer({ errcode: 0, errmsg: 'ok' })
  }

  return { api, agree, sent: () => [...sent] }
}

function shapeProblem({ miniprogram_state: state, lang }: Arguments): OpenApiAnswer | undefined {
  const isFine = (value: unknown, of: string[]) => value === undefined || of.includes(String(value))
  return isFine(state, states) && isFine(lang, languages) ? undefined : refusal(40097, 'invalid args')
}

function pageProblem(page: string, pages: readonly string[] | undefined): OpenApiAnswer | undefined {
  if (page === '' || !pages) return undefined
  return pages.includes(page.split('?')[0] ?? '') ? undefined : refusal(41030, 'invalid page')
}

function textIn(data: unknown, place: string): string | undefined {
  const held = isRecord(data) ? data[place] : undefined
  return isRecord(held) && typeof held.value === 'string' ? held.value : undefined
}

function dataProblem(data: unknown, template: MessageTemplate): OpenApiAnswer | undefined {
  if (!isRecord(data)) return refusal(47003, 'argument invalid! data is empty')
  const foreign = Object.keys(data).find(place => !template.places.includes(place))
  if (foreign !== undefined) return refusal(47003, `argument invalid! data.${foreign} is unknown`)
  for (const place of template.places) {
    const value = textIn(data, place)
    if (value === undefined || value.trim() === '')
      return refusal(47003, `argument invalid! data.${place}.value is empty`)
    const [, takes] = places.find(([type]) => place.replace(/\d+$/, '') === type) ?? []
    // By UTF-16 units too: whether WeChat counts those or signs is not documented.
    const isLong = place.startsWith('thing') && value.length > 20
    if (!takes?.test(value) || isLong) return refusal(47003, `argument invalid! data.${place}.value invalid`)
  }
  return undefined
}
