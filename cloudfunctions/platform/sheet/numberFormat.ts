/** How a number shows: as it is, as a date, or with its digits in a pattern like `000000` or `"HT-"0000`. */
export type Format = { kind: 'usual' } | { kind: 'date' } | { kind: 'pattern'; parts: readonly Part[] }
/** A place for a digit, shown even when there is none, or signs as they stand. */
type Part = '0' | '#' | { signs: string }

export const usualFormat: Format = { kind: 'usual' }

/** Built-in formats for dates and times (ECMA-376, 18.8.30), those of East Asian Excel among them. */
const dateFormats = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

/** What a format means; `code` is absent for built-in ones. */
export function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) {
    return dateFormats.some(([from, to]) => id >= from && id <= to) ? { kind: 'date' } : usualFormat
  }
  const section = code.slice(0, 200).replace(/;.*/s, '')
  if (isDate(section)) return { kind: 'date' }
  const parts = patternOf(section)
  return parts ? { kind: 'pattern', parts } : usualFormat
}

function isDate(section: string): boolean {
  const tokens = tokensOf(section)
  const signs = tokens.filter(token => token.length === 1).join('')
  const elapsed = tokens.some(token => /^\[[hms]{1,4}\]/i.test(token))
  return elapsed || /[ymdhs年月日]/i.test(signs.replace(/general/i, ''))
}

/** Signs one by one; quoted texts, `[…]`, and signs behind `\\`, `_` or `*`, in one piece. */
const token = /"[^"]*"?|\[[^\]]*\]?|[\\_*].?|./gs

function tokensOf(section: string): string[] {
  return Array.from(section.matchAll(token), ([found]) => found)
}

/** null: no pattern of digits alone, so that the number itself says more. */
function patternOf(section: string): Part[] | null {
  const parts = tokensOf(section).map(partOf)
  // Of one digit it is a quantity.
  if (parts.filter(part => part === '0').length < 2) return null
  return parts.every(part => part !== null) ? parts : null
}

function partOf(token: string): Part | null {
  if (token === '0' || token === '#') return token
  if (token.startsWith('"')) return { signs: token.slice(1, -1) }
  if (token.startsWith('\\')) return { signs: token.slice(1) }
  if ('-/() :'.includes(token)) return { signs: token }
  // A colour, a gap as wide as a sign: nothing that is read.
  return token.length > 1 ? { signs: '' } : null
}

/** Day 60 is 29 February 1900, which there never was; from 61 on they count right. */
const epoch = Date.UTC(1899, 11, 30)
const days1904 = 1462
const lastDay = 2_958_465
/** Spreadsheets keep 15 digits. */
const firstRounded = 1e15

/** The text of a numeric cell, and whether it is a date's. Of a rounded number it can be seen: see `lostDigits`. */
export function textOfNumber(
  value: number,
  format: Format,
  since1904: boolean,
): { text: string; date: boolean } {
  if (format.kind === 'date' && value >= 0 && value <= lastDay) {
    return { text: dateText(value + (since1904 ? days1904 : 0)), date: true }
  }
  if (Math.abs(value) >= firstRounded) return { text: value.toExponential().toUpperCase(), date: false }
  const text = String(value)
  const patterned = format.kind === 'pattern' && /^\d+$/.test(text) ? inPattern(text, format.parts) : text
  return { text: patterned, date: false }
}

function dateText(serial: number): string {
  const day = serial < 60 ? serial + 1 : serial
  const text = new Date(epoch + Math.round(day * 86_400) * 1000).toISOString()
  const time = text.slice(11, 19)
  if (serial < 1) return time
  return time === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`
}

/** `000042` for 42. Mobiles and ids in groups stay in one piece: their gaps are only for the eye. */
function inPattern(text: string, parts: readonly Part[]): string {
  const places = parts.filter(part => typeof part === 'string')
  const digits = [...text.padStart(places.length - places.indexOf('0'), '0')]
  const leftmost = parts.findIndex(part => typeof part === 'string')
  let shown = ''
  for (const [index, part] of [...parts.entries()].reverse()) {
    if (typeof part === 'object') shown = part.signs + shown
    else shown = (index === leftmost ? digits.join('') : (digits.pop() ?? '')) + shown
  }
  const inGroups = text.length >= 11 && /^[\d\s()-]+$/.test(shown)
  return inGroups ? text : shown
}
