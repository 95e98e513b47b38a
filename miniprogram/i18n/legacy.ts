import { modeText } from '../status/mode-texts'
import { problemText } from '../status/problem-texts'
import { commonText } from './common'
import type { KeyOf } from './define-texts'
import { defineTexts, type Language, type Params } from './define-texts'
import { timeText } from './time-texts'

type Key =
  | 'app.name'
  | `common.${'retry' | 'loading' | 'home' | 'and'}`
  | `mode.${KeyOf<typeof modeText>}`
  | KeyOf<typeof problemText>
  | 'time.months'

const rooms: Readonly<Record<string, (key: never, params?: Params) => string>> = {
  app: () => commonText('app'),
  common: commonText,
  mode: modeText,
  time: timeText,
}

/** The old way in, until the operators' packages ask the rooms themselves. */
export function t(key: Key, params?: Params): string {
  if (problemText.has(key)) return problemText(key, params)
  const [room = '', ...rest] = key.split('.')
  return rooms[room]?.(rest.join('.') as never, params) ?? key
}

/** The old way to define texts, until the operators' packages use `defineTexts`. */
export function textsOf<K extends string>(own: Record<Language, Readonly<Record<K, string>>>) {
  return defineTexts<Record<K, string>>(own)
}
