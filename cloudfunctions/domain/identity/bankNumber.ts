import { type Reading, right, wrong } from './reading'
import { plainNumber } from './signs'

/** A bank card: its 12 to 19 digits. `6222 0200-1112` is put right. */
export function readBankNumber(text: string): Reading {
  const digits = plainNumber(text)
  return /^\d{12,19}$/.test(digits) ? right(digits) : wrong('malformed')
}
