import {
  type Reading,
  readCreditCode,
  readMobile,
  readOrganizationName,
  readPaper,
  readPersonName,
  readResidentId,
  readWholePermit,
} from '../identity'
import {
  type AdminIdType,
  adminIdTypes,
  authorizations,
  type Column,
  type Issue,
  type RowFields,
} from './row'

type Fault = Omit<Issue, 'column'>
/** What may be wrong with one text by itself. Only texts that say something are looked at. `now`: ms since the epoch. */
type Check = (text: string, fields: RowFields, now: number) => Fault | null

export const columnChecks: Readonly<Record<Column, Check>> = {
  name: text => tooLong(text, 100) ?? organizationName(text),
  creditCode: text => faultOf(text, readCreditCode(text)),
  legalName: text => tooLong(text, 50) ?? faultOf(text, readPersonName(text)),
  address: text => tooLong(text, 500) ?? (isRegionFirst(text) ? null : { code: 'malformed' }),
  adminName: text => tooLong(text, 50) ?? faultOf(text, readPersonName(text)),
  adminMobile: text => faultOf(text, readMobile(text)),
  adminIdType: text => unknownValue(text, adminIdTypes),
  adminIdNumber: (text, { adminIdType }, now) => adminIdNumber(text, adminIdType, now),
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

/** A text that is not in its right form is at fault, though nobody need think about it. */
function faultOf(text: string, reading: Reading): Fault | null {
  if (!reading.ok) {
    const { ok: _, ...fault } = reading
    return fault
  }
  return reading.value === text ? null : { code: 'malformed', suggestion: reading.value }
}

function organizationName(text: string): Fault | null {
  const fault = faultOf(text, readOrganizationName(text))
  const fullWidth = text.replace(/\(/g, '（').replace(/\)/g, '）')
  return fault?.code === 'malformed' && fault.suggestion === fullWidth
    ? { ...fault, code: 'halfWidth' }
    : fault
}

function adminIdNumber(text: string, adminIdType: string, now: number): Fault | null {
  const type = adminIdType === '' ? 'residentId' : adminIdTypes.find(each => each === adminIdType)
  // What number an unknown document has is not known either.
  return type === undefined ? null : faultOf(text, readAdminPaper[type](text, now))
}

/** The vendor of batches demands permits with the two digits that count the cards (docs/vendors/ess.md). */
const readAdminPaper: Readonly<Record<AdminIdType, (text: string, now: number) => Reading>> = {
  residentId: readResidentId,
  hkMacauPermit: readWholePermit,
  hkMacauTaiwanResidence: (text, now) => readPaper('hkMacauTaiwanResidence', text, now),
}

function unknownValue(text: string, values: readonly string[]): Omit<Issue, 'column'> | null {
  return isOneOf(text, values) ? null : { code: 'unknownValue' }
}

const isOneOf = (text: string, values: readonly string[]) => values.includes(text)
