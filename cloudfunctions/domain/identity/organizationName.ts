import { isHeading, isPlaceholder } from './placeholder'
import { ask, type Reading, right, wrong } from './reading'
import { hasHan, hasLostSigns, plainText } from './signs'

const dots = /[\u2022\u2027\u2219\u22C5\u25CF\u30FB\uA78F\u16EB]/g
const gapBesideHan = / ?([\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}（）]) ?/gu
/** A stray one out of a CSV, or a name that was quoted. */
const quotes = /"/g
const letter = /[A-Za-z\u00C0-\u024F\u0370-\u1FFF\u3040-\u318F\uAC00-\uD7AF]/

/**
 * An organization's name as its licence has it: a Chinese name without gaps and with full-width brackets, the dot
 * U+00B7; any other in half width. Asked about (`unclear`): brackets of other kinds, quotation marks.
 */
export function readOrganizationName(text: string): Reading {
  const plain = plainText(text)
  if (isPlaceholder(plain)) return wrong('placeholder')
  if (hasLostSigns(plain)) return wrong('signsLost')
  if (isHeading(plain) || !(hasHan(plain) || letter.test(plain))) return wrong('malformed')
  if (!hasHan(plain)) return right(plain)
  const name = asOnLicence(plain)
  if (!balanced(name)) return wrong('malformed')
  const asked = asOnLicence(
    name
      .replace(quotes, '')
      .replace(/[[【〔〖{]/g, '（')
      .replace(/[\]】〕〗}]/g, '）'),
  )
  return asked === name ? right(name) : ask(readOrganizationName, asked)
}

/** For comparing and finding: width, case, gaps and kinds of brackets make no difference. */
export function organizationNameKey(text: string): string {
  return plainText(text)
    .replace(dots, '·')
    .replace(/[[【〔〖{]/g, '(')
    .replace(/[\]】〕〗}]/g, ')')
    .replace(/ /g, '')
    .toUpperCase()
}

function asOnLicence(plain: string): string {
  return plain.replace(/\(/g, '（').replace(/\)/g, '）').replace(dots, '·').replace(gapBesideHan, '$1')
}

function balanced(name: string): boolean {
  let open = 0
  for (const sign of name) {
    if (sign === '（') open += 1
    if (sign === '）') open -= 1
    if (open < 0) return false
  }
  return open === 0
}
