/** Ids in the vendor's forms: random, as nothing may be read from them. */
import { randomInt } from 'node:crypto'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const random = (length: number, alphabet = LETTERS) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Tasks, sub-tasks, flows, organizations, users and messages: 32 characters. */
export const newId = (): string => `yD${random(30)}`

/** What stands behind `shortKey=`, 20 characters. */
export const newShortKey = (): string => `yD${random(18)}`

/** The last segment of a short link. */
export const newShortCode = (): string => random(10)

/** `s` and 19 digits. */
export const newRequestId = (now: number): string => `s${now}${random(6, '0123456789')}`
