import Taro from '@tarojs/taro'
import type { ActionFailureError } from '../cloud/call'
import { en } from './en'
import type { Key, Params, Texts } from './keys'
import { zh } from './zh'

export type { Key, Params } from './keys'
export type Language = 'zh' | 'en'

const texts: Record<Language, Texts> = { zh, en }
let chosen: Language | null = null

/** The language of WeChat itself; what we have no texts for falls back to Chinese. */
export function language(): Language {
  chosen ??= detect()
  return chosen
}

export function t(key: Key, params: Params = {}): string {
  return texts[language()][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

export function failureText(failure: ActionFailureError): string {
  const key = `error.${failure.code}`
  return isKey(key) ? t(key) : failure.message
}

function isKey(key: string): key is Key {
  return key in zh
}

function detect(): Language {
  try {
    return Taro.getAppBaseInfo().language.startsWith('en') ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}
