/** How pages and lists show a person: enough to recognise, not enough to know. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}

export function maskNumber(number: string): string {
  if (number.length <= 4) return '*'.repeat(number.length)
  return number.slice(0, 2) + '*'.repeat(number.length - 4) + number.slice(-2)
}

export function maskContact(contact: string): string {
  const at = contact.indexOf('@')
  if (at > 0) return `${contact.slice(0, 1)}***${contact.slice(at)}`
  return contact.length > 7 ? `${contact.slice(0, 3)}****${contact.slice(-4)}` : maskNumber(contact)
}
