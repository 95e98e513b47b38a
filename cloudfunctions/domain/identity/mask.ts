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
