/** What the mini-program and the functions say to each other, as the console shows it: fields, codes and times, nobody's data. */
import { isRecord } from '../record'

/** Words that are nobody's: codes, names of fields and states, numbers of versions. */
const plain = /^[A-Za-z][A-Za-z.:_-]{0,39}$/
/** What opens something, whatever it looks like. */
const keys = /token|secret|code|key|ticket|url|link|image|qr/i
/** More items of a list say nothing new. */
const itemsShown = 3

/** Of the JSON text of a call or an answer; unreadable ones are nothing. */
export function shownText(json: string): unknown {
  try {
    return shown(JSON.parse(json))
  } catch {
    return undefined
  }
}

function shown(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return shownString(value, field)
  if (Array.isArray(value)) {
    const items = value.slice(0, itemsShown).map(each => shown(each, field))
    return value.length > itemsShown ? [...items, `… ${value.length}`] : items
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shown(each, name)]))
}

/** A code of ours is a plain word even in a field called `code`; anything else is cut to its first signs. */
function shownString(value: string, field: string): string {
  if (/^[A-Z_]+$/.test(value) && field === 'code') return value
  if (plain.test(value) && !keys.test(field)) return value
  const signs = [...value]
  if (signs.length <= 1) return value
  const kept = signs.length > 8 ? 2 : 1
  return `${signs.slice(0, kept).join('')}*** (${signs.length})`
}
