import { beijingTime } from '../day'
import type { MessageTemplate, MessageValue, PlaceType } from './template'

/** Characters WeChat lets stand in a place of each type. */
const most: Readonly<Record<PlaceType, number>> = {
  thing: 20,
  phrase: 5,
  time: 20,
  date: 20,
  number: 32,
  character_string: 32,
}

/** Times are ms since the epoch. */
export type Said = Partial<Record<MessageValue, string | number>>

const times: ReadonlySet<MessageValue> = new Set<MessageValue>(['time', 'until'])

/** What the places of a template hold: never empty, never longer than WeChat takes, on one line. */
export function fill({ places }: MessageTemplate, said: Said): Record<string, string> {
  return Object.fromEntries(
    places.map(({ name, type, value }) => {
      const given = said[value] ?? ''
      const text = times.has(value) ? timeText(Number(given)) : oneLine(String(given))
      return [name, cut(text, most[type])]
    }),
  )
}

/** `2026年11月30日 15:01`, in Beijing. */
function timeText(at: number): string {
  return beijingTime(at)
    .slice(0, 16)
    .replace(/-(\d\d)-(\d\d)/, '年$1月$2日')
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() || '–'

/** By UTF-16 units, the strictest way to count; a sign is never cut in two. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const sign of text) {
    if (kept.length + sign.length > length - 1) break
    kept += sign
  }
  return `${kept}…`
}
