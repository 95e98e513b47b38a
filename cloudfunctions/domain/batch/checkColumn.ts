import { isCreditCode, isResidentId } from '../identity'
import { plainCode, plainMobile, plainName, plainOrganizationName } from './plain'
import { adminIdTypes, authorizations, type Column, type Issue, type RowFields } from './row'

/** What may be wrong with one text by itself. Only texts that say something are looked at. */
type Check = (text: string, fields: RowFields) => Omit<Issue, 'column'> | null

export const columnChecks: Readonly<Record<Column, Check>> = {
  name: text => tooLong(text, 100) ?? organizationName(text),
  creditCode,
  legalName: text => tooLong(text, 50) ?? personName(text),
  address: text => tooLong(text, 500) ?? (isRegionFirst(text) ? null : { code: 'malformed' }),
  adminName: text => tooLong(text, 50) ?? personName(text),
  adminMobile: text => corrected(text, plainMobile(text), isMobile),
  adminIdType: text => unknownValue(text, adminIdTypes),
  adminIdNumber,
  authorization: text => unknownValue(text, authorizations),
}

const country = /^(?:中国|中华人民共和国)?[\s（(]*/
const knownRegion =
  /^(?:北京|天津|上海|重庆|香港|澳门|台湾|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)/
const region = /^\p{Script=Han}{2,11}?(?:省|自治区|特别行政区|市|州|地区|盟)/u
const district = /\p{Script=Han}(?:市(?!场)|区|县|旗|镇|乡|街道|岛)/u

/**
 * The vendor wants a province, city or autonomous area first and a city, district or county after it:
 * 「北京市海淀区…」, 「广东深圳市…」.
 */
function isRegionFirst(text: string): boolean {
  return [text.replace(country, ''), text].some(place => {
    const [first] = knownRegion.exec(place) ?? region.exec(place) ?? []
    return first !== undefined && district.test(place.slice(first.length))
  })
}

export function tooLong(text: string, most: number): { code: 'tooLong' } | null {
  return [...text].length > most ? { code: 'tooLong' } : null
}

function organizationName(text: string): Omit<Issue, 'column'> | null {
  const suggestion = plainOrganizationName(text)
  if (suggestion === text) return null
  return { code: plainName(text) === text ? 'halfWidth' : 'malformed', suggestion }
}

function personName(text: string): Omit<Issue, 'column'> | null {
  const suggestion = plainName(text)
  return suggestion === text ? null : { code: 'malformed', suggestion }
}

function creditCode(text: string): Omit<Issue, 'column'> | null {
  const code = plainCode(text)
  // The code has no letters O and I, so that they are not taken for digits; people type them nevertheless.
  const digits = code.replace(/O/g, '0').replace(/I/g, '1')
  if (digits !== code) return corrected(text, digits, isCreditCode)
  return corrected(text, code, isCreditCode, creditCodeShape)
}

function adminIdNumber(text: string, { adminIdType }: RowFields): Omit<Issue, 'column'> | null {
  if (adminIdType === '' || adminIdType === 'residentId') {
    return corrected(text, plainCode(text), isResidentId, residentIdShape)
  }
  // What number an unknown document has is not known either.
  if (!isOneOf(adminIdType, adminIdTypes)) return null
  return corrected(text, plainCode(text), isPermitNumber)
}

export const creditCodeShape = /^[0-9A-HJ-NPQRTUWXY]{18}$/
export const residentIdShape = /^\d{17}[\dX]$/

/** `rightShape`: what only a typing error keeps from being valid. */
export function corrected(
  text: string,
  plain: string,
  isValid: (text: string) => boolean,
  rightShape?: RegExp,
): { code: 'malformed' | 'checkDigit'; suggestion?: string } | null {
  if (isValid(text)) return null
  if (isValid(plain)) return { code: 'malformed', suggestion: plain }
  return { code: rightShape?.test(plain) ? 'checkDigit' : 'malformed' }
}

export const isMobile = (text: string) => /^1\d{10}$/.test(text)
const isPermitNumber = (text: string) => /^[A-Z\d]{6,20}$/.test(text)

function unknownValue(text: string, values: readonly string[]): Omit<Issue, 'column'> | null {
  return isOneOf(text, values) ? null : { code: 'unknownValue' }
}

const isOneOf = (text: string, values: readonly string[]) => values.includes(text)
