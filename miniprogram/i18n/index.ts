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
  return filled(texts[language()][key], params)
}

/** The texts of one room: keys that only its pages use, both languages side by side. */
export function textsOf<K extends string>(own: Record<Language, Readonly<Record<K, string>>>) {
  return (key: K, params: Params = {}): string => filled(own[language()][key], params)
}

export function failureText(failure: ActionFailureError): string {
  const key = `error.${failure.code}`
  return isKey(key) ? t(key) : failure.message
}

function filled(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
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
