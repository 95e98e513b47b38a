import { type Reading, right, wrong } from './reading'
import { isBirthDate, isProvince, readByMod11, readResidentId } from './residentId'
import { plainNumber } from './signs'

/** Papers with which a person may prove who it is. */
export const paperTypes = [
  'residentId',
  'passport',
  'hkMacauPermit',
  'taiwanPermit',
  'hkMacauTaiwanResidence',
  'foreignResidence',
] as const
export type PaperType = (typeof paperTypes)[number]

/** The number of a paper in its one right form. `now`: ms since the epoch. */
export function readPaper(type: PaperType, text: string, now: number): Reading {
  switch (type) {
    case 'residentId':
      return readResidentId(text, now)
    case 'hkMacauTaiwanResidence':
      return readByMod11(text, hasTerritory, now)
    case 'foreignResidence':
      return foreignResidence(text, now)
    case 'passport':
    case 'hkMacauPermit':
    case 'taiwanPermit':
      return shaped(text, shapes[type])
  }
}

/**
 * Travel permits have eight digits for life and two that count the cards issued; which of them a form wants differs.
 * Passports are what issuing countries make them, of digits and letters, at least one digit.
 */
const shapes = {
  passport: /^(?=[A-Z]*\d)[A-Z\d]{5,15}$/,
  hkMacauPermit: /^[HM](?:\d{8}|\d{10})$/,
  taiwanPermit: /^(?:\d{8}|\d{10})$/,
} as const

/** The permit of Hong Kong and Macao with the two digits that count its cards, which some vendors demand. */
export function readWholePermit(text: string): Reading {
  return shaped(text, /^[HM]\d{10}$/)
}

/** Residence permits name a territory and no district. */
const hasTerritory = (number: string) => /^8[123]0000/.test(number)

/**
 * The permanent residence card of foreigners. Since 2023: 9, province, country by number, birth date, sequence and
 * check digit like a resident id. Before: country by letters, region, birth date without its century, sequence and a
 * check digit of which no rule is published.
 */
function foreignResidence(text: string, now: number): Reading {
  const number = plainNumber(text)
  if (/^\d/.test(number)) return readByMod11(number, hasForeignMark, now)
  if (!/^[A-Z]{3}\d{12}$/.test(number)) return wrong('malformed')
  const born = number.slice(7, 13)
  const possible = ['19', '20'].some(century => isBirthDate(century + born, now))
  return possible && isProvince(number.slice(3, 5)) ? right(number) : wrong('impossible')
}

const hasForeignMark = (number: string) => number[0] === '9' && isProvince(number.slice(1, 3))

function shaped(text: string, shape: RegExp): Reading {
  const number = plainNumber(text)
  return shape.test(number) ? right(number) : wrong('malformed')
}
