const residentIdPattern = /^\d{17}[\dX]$/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Whether an 18-digit resident id number (GB 11643) has a real birth date and the right check digit. */
export function isResidentId(value: string): boolean {
  if (!residentIdPattern.test(value)) return false
  if (!isDate(value.slice(6, 14))) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0)
  return checkDigits[sum % 11] === value[17]
}

const creditCodeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether an 18-character unified social credit code (GB 32100) has the right check sign. */
export function isCreditCode(value: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) return false
  const sum = [...value.slice(0, 17)].reduce(
    (total, sign, index) => total + creditCodeSigns.indexOf(sign) * (3 ** index % 31),
    0,
  )
  return creditCodeSigns[(31 - (sum % 31)) % 31] === value[17]
}

function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(4, 6))
  const day = Number(text.slice(6, 8))
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** 「张*」, 「欧阳**」: the family name stays readable for its owner. */
export function maskName(name: string): string {
  const letters = [...name]
  if (letters.length <= 1) return '*'
  const kept = letters.length >= 4 ? 2 : 1
  return letters.slice(0, kept).join('') + '*'.repeat(Math.min(letters.length - kept, 4))
}

/** `1101****15`; '' stays ''. Short ones show nothing. */
export function maskIdNumber(value: string): string {
  if (value.length < 10) return value && '****'
  return `${value.slice(0, 4)}****${value.slice(-2)}`
}

/** `138****0000`, `a***@example.com`. */
export function maskContact(contact: { type: 'mobile' | 'email'; value: string }): string {
  if (contact.type === 'mobile') return `${contact.value.slice(0, 3)}****${contact.value.slice(-4)}`
  const [local = '', host = ''] = contact.value.split('@')
  return `${local.slice(0, 1)}***@${host}`
}
