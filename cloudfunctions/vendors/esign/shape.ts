import * as v from 'valibot'

/** Absent, null and numbers where a text should be are taken as texts. Nothing says which fields may be null. */
export const text = v.nullish(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), '')

export const number = v.nullish(
  v.pipe(v.union([v.number(), v.pipe(v.string(), v.digits())]), v.transform(Number)),
  null,
)

/** The vendor's words come from outside: `constructor` is in no table of ours. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.keys(table).includes(word) ? table[word] : undefined
}

/** The vendor's words go into rows of ours: only what looks like one. */
export const wordOf = (word: string): string => (/^[\w-]{1,64}$/.test(word) ? word : '')
