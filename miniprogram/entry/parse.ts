import { type ContractLocator, locatorOf } from '../contract/locator'
import { tokenOf } from './token'

/** What a code, a link or the query of a page leads to. */
export type Entry =
  | { kind: 'invitation'; token: string }
  | { kind: 'handover'; token: string }
  | { kind: 'contract'; locator: ContractLocator }

/** What the camera saw: a mini-program code has a path instead of a text. */
export interface Scanned {
  result?: string
  path?: string
}

type Read = (value: string) => Entry | null

const named: Readonly<Record<string, Read>> = {
  i: value => withToken('invitation', value),
  h: value => withToken('handover', value),
  contractId: value => withLocator('contractId', value),
  c: value => withLocator('contractId', value),
  bizId: value => withLocator('bizId', value),
  b: value => withLocator('bizId', value),
}
/** Where others put their content into one value: WeChat's round codes, and the links of ordinary QR codes. */
const wrapped: Readonly<Record<string, Read>> = { scene: entryOfPair, q: entryOfLink }

const longest = 2048

/** From the query of a page. Its values stand as they did in the address: encoded once. */
export function entryOfQuery(query: unknown): Entry | null {
  return entryOf(Object(query), { ...named, ...wrapped })
}

/** From what `wx.scanCode` gives: the path of a mini-program code, an https address, or a bare `i=…`. */
export function entryOfScan({ result, path }: Scanned): Entry | null {
  const text = String(path || result || '').trim()
  if (text.length > longest) return null
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return entryOfLink(text)
  return text.includes('?') ? entryOfQuery(queryOf(text)) : entryOfPair(text)
}

/** The first key that is there decides: a bad value is not replaced by that of another. */
function entryOf(query: Readonly<Record<string, unknown>>, readers: Readonly<Record<string, Read>>) {
  const own = Object.keys(query)
  const found = Object.entries(readers).find(([key]) => own.includes(key))
  if (!found) return null
  const [key, read] = found
  const value = query[key]
  if (typeof value !== 'string' || value.length > longest) return null
  const text = decoded(value)
  return text === null ? null : read(text)
}

function entryOfPair(text: string): Entry | null {
  const [, key = '', value = ''] = /^([ihcb])=(.*)$/.exec(text) ?? []
  return named[key]?.(value) ?? null
}

function entryOfLink(link: string): Entry | null {
  return /^https:\/\/[^/?#\s]\S*$/i.test(link) ? entryOf(queryOf(link), named) : null
}

function queryOf(address: string): Record<string, string> {
  const [bare = ''] = address.split('#')
  const mark = bare.indexOf('?')
  const pairs = mark < 0 ? [] : bare.slice(mark + 1).split('&')
  return Object.fromEntries(
    pairs.map(pair => {
      const [name = '', ...rest] = pair.split('=')
      return [name, rest.join('=')]
    }),
  )
}

function withToken(kind: 'invitation' | 'handover', value: string): Entry | null {
  const token = tokenOf(value)
  return token === null ? null : { kind, token }
}

function withLocator(kind: 'contractId' | 'bizId', value: string): Entry | null {
  const locator = locatorOf(kind, value)
  return locator && { kind: 'contract', locator }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
