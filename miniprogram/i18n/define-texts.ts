import { type Language, language } from './language'

export { language }

export type Params = Readonly<Record<string, string | number>>

/** The texts of one room, spoken by their keys. */
export interface Texts<K extends string> {
  /** `{name}` in a text is replaced by the parameter of that name; one that is not given stays visible. */
  (key: K, params?: Params): string
  /** Whether there is a text for it: a server newer than this page may send words that are not known here. */
  has(key: string): key is K
  readonly dictionary: Readonly<Record<Language, Readonly<Record<K, string>>>>
}
/** The keys of `boardText` are `KeyOf<typeof boardText>`. */
export type KeyOf<T> = T extends Texts<infer K> ? K : never

/** What the build makes of them (config/packed-texts.cjs): the keys once, and each language in their order. */
interface Packed {
  keys: string
  zh: string
  en: string
}

/**
 * All texts of the app are made here, room by room: `export const boardText = defineTexts({ zh, en })` in the room's
 * `texts.ts`. A key that is missing in one language, or asked for without being there, fails the type-check; one that
 * nobody asks for fails the lint (`scripts/check-texts.ts`).
 */
export function defineTexts<Z extends Record<string, string>>(own: {
  zh: Z
  en: Record<NoInfer<keyof Z>, string>
}): Texts<keyof Z & string>
export function defineTexts(own: Texts<string>['dictionary'] | Packed): Texts<string> {
  const dictionary = 'keys' in own ? unpacked(own as Packed) : own
  const speak = (key: string, params: Params = {}) => filled(dictionary[language()][key] ?? '', params)
  const has = (key: string): key is string => Object.keys(dictionary.zh).includes(key)
  return Object.assign(speak, { has, dictionary })
}

function unpacked({ keys, ...own }: Packed): Texts<string>['dictionary'] {
  const names = keys.split('|')
  const tableOf = (text: string) => {
    const parts = text.split('|')
    return Object.fromEntries(names.map((name, at) => [name, parts[at] ?? '']))
  }
  return { zh: tableOf(own.zh), en: tableOf(own.en) }
}

function filled(text: string, params: Params): string {
  return text.replace(/\{(\w{1,30})\}/g, (whole, name: string) => String(params[name] ?? whole))
}
