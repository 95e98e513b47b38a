import Taro from '@tarojs/taro'
import type { ConfigResult, VendorView } from './types'

const key = 'settings'

type Looks<T> = { [K in keyof Required<T>]: (value: unknown) => boolean }

const isText = (value: unknown) => typeof value === 'string'
const isFlag = (value: unknown) => typeof value === 'boolean'
const isList = (value: unknown) => Array.isArray(value)
const isThing = (value: unknown) => typeof value === 'object' && value !== null
const isThingOrNull = (value: unknown) => typeof value === 'object'

/** As the settings look today: what a version before or after this one has kept may look different. */
const settings: Looks<ConfigResult> = {
  vendors: value => Array.isArray(value) && value.every(each => fits(vendor, each)),
  vendorNames: isThing,
  policy: isThing,
  jumps: isThing,
  support: isThingOrNull,
  pollSeconds: value => typeof value === 'number',
  messages: value => value === undefined || isList(value),
}

const vendor: Looks<VendorView> = {
  id: isText,
  note: isThing,
  subjects: isList,
  personModes: isList,
  idTypes: isList,
  licence: isThingOrNull,
  links: isFlag,
  contracts: isFlag,
  batch: isFlag,
  outline: isFlag,
  legacyInvitations: isFlag,
  page: value => value === undefined || isThing(value),
  requires: isThing,
}

/** The settings of the last visit, so that the first screen needs not wait for those of today; null: none that fit. */
export function lastSettings(): ConfigResult | null {
  try {
    const kept: unknown = Taro.getStorageSync(key)
    return isSettings(kept) ? kept : null
  } catch {
    return null
  }
}

/** They hold nothing about anybody. */
export function keepSettings(config: ConfigResult): void {
  Taro.setStorage({ key, data: config }).catch(() => undefined)
}

function isSettings(kept: unknown): kept is ConfigResult {
  return fits(settings, kept)
}

function fits<T>(looks: Looks<T>, value: unknown): boolean {
  const parts = new Map<string, unknown>(Object.entries(Object(value)))
  return Object.entries<(value: unknown) => boolean>(looks).every(([name, look]) => look(parts.get(name)))
}
