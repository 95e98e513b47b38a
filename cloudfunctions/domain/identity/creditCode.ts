import { type Reading, right, wrong } from './reading'
import { plainNumber } from './signs'

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/** The code has no letters I, O, S, V and Z, so that they are not taken for others; people type them nevertheless. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' }
const lookAlikesOfV = ['U', 'Y']

/** A unified social credit code (GB 32100): 18 capitals and digits, the last one checks the others. */
export function readCreditCode(text: string): Reading {
  const code = plainNumber(text)
  if (isCreditCode(code)) return right(code)
  if (shape.test(code)) return wrong('checkDigit')
  const [only, another] = replaced(code).filter(isCreditCode)
  return another === undefined ? wrong('malformed', only) : wrong('malformed')
}

/** Organizations that are no companies, and old licences, have numbers of other lengths and without a check sign. */
export function readRegisterNumber(text: string): Reading {
  const number = plainNumber(text)
  return /^[0-9A-Z]{15,17}$/.test(number) ? right(number) : readCreditCode(text)
}

export function isCreditCode(value: string): boolean {
  if (!shape.test(value)) return false
  const sum = [...value.slice(0, 17)].reduce(
    (total, sign, index) => total + signs.indexOf(sign) * (3 ** index % 31),
    0,
  )
  return signs[(31 - (sum % 31)) % 31] === value[17]
}

/** What it may have been meant to be. */
function replaced(code: string): string[] {
  const plain = code.replace(/[OIZS]/g, sign => lookAlikes[sign] ?? sign)
  return [...new Set(lookAlikesOfV.map(sign => plain.replace(/V/g, sign)))]
}
