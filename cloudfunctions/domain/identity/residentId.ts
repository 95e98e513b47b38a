import { type Reading, right, wrong } from './reading'
import { plainNumber } from './signs'

const shape = /^\d{17}[\dX]$/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/**
 * The first two digits of GB/T 2260: provinces and what is like them. 81, 82 and 83 are on the residence permits of
 * Hong Kong, Macao and Taiwan, whose numbers are citizen numbers like any other.
 */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)
/** Nobody alive is older. */
const oldest = 120

/** The 18 signs of an 18-digit number by MOD 11-2 (GB 11643), as several papers carry them. */
export function readByMod11(text: string, hasRightRegion: (number: string) => boolean, now: number): Reading {
  const number = plainId(text)
  if (!shape.test(number)) return wrong('malformed')
  if (checkDigit(number) !== number[17]) return wrong('checkDigit')
  if (!hasRightRegion(number) || !isBirthDate(number.slice(6, 14), now)) return wrong('impossible')
  return right(number)
}

/** The number of a resident id card (GB 11643). `now`: ms since the epoch. */
export function readResidentId(text: string, now: number): Reading {
  return readByMod11(text, hasProvince, now)
}

/** Whether an 18-digit resident id number has a real region and birth date and the right check digit. */
export function isResidentId(value: string): boolean {
  return (
    shape.test(value) && checkDigit(value) === value[17] && hasProvince(value) && isDate(value.slice(6, 14))
  )
}

export const isProvince = (code: string): boolean => provinces.has(code)

/** `20260131` has been, and a living person may have been born then. `now`: ms since the epoch. */
export function isBirthDate(text: string, now: number): boolean {
  const today = new Date(now + beijing).toISOString().slice(0, 10).replace(/-/g, '')
  return isDate(text) && text <= today && Number(text) >= Number(today) - oldest * 10_000
}

const beijing = 8 * 3600_000

const hasProvince = (number: string) => isProvince(number.slice(0, 2))

/** Other signs are taken for the X at the end. */
function plainId(text: string): string {
  return plainNumber(text).replace(/[×ХΧ✕✖╳]$/, 'X')
}

function checkDigit(number: string): string | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return checkDigits[sum % 11]
}

function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(4, 6))
  const day = Number(text.slice(6, 8))
  const date = new Date(Date.UTC(year, month - 1, day))
  // A day that a month has not is in another one.
  return year >= 1900 && date.getUTCMonth() === month - 1
}
