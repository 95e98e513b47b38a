import type { zh } from './zh'

export type Key = keyof typeof zh
export type Texts = Readonly<Record<Key, string>>
export type Params = Readonly<Record<string, string | number>>
