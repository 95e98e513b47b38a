import Taro from '@tarojs/taro'
import type { Query } from './query'

/** Kept on this phone. What was searched for by name or number is not: it is somebody's. */
export type Saved = Omit<Query, 'text'>

const key = 'case-filters'
/** More are no help. */
const most = 6
const parts = ['state', 'vendor', 'subject', 'tag', 'since'] as const

export const savedOf = ({ text: _, ...rest }: Query): Saved => rest

/** The same filters kept twice are one; the newest comes first. */
export function withSaved(all: readonly Saved[], added: Saved): Saved[] {
  return [added, ...all.filter(each => !isSame(each, added))].slice(0, most)
}

export const without = (all: readonly Saved[], gone: Saved): Saved[] =>
  all.filter(each => !isSame(each, gone))

export const isSame = (one: Saved, other: Saved): boolean => parts.every(part => one[part] === other[part])

/** Whether it narrows anything: all of them are no filter. */
export const isFilter = (saved: Saved): boolean => parts.some(part => saved[part] !== null)

export function readSaved(): Saved[] {
  try {
    const kept: unknown = Taro.getStorageSync(key)
    return Array.isArray(kept) ? kept.filter(looksRight).slice(0, most) : []
  } catch {
    return []
  }
}

export function keepSaved(all: readonly Saved[]): void {
  Taro.setStorage({ key, data: all }).catch(() => undefined)
}

/** Another version may have kept something else. */
function looksRight(kept: unknown): kept is Saved {
  const fields = new Map<string, unknown>(Object.entries(Object(kept)))
  const isPlain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number'
  return fields.size === parts.length && parts.every(part => fields.has(part) && isPlain(fields.get(part)))
}
