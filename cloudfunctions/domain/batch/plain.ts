/**
 * Texts as they should have been typed. Each function changes nothing but what has exactly one right form, and leaves
 * a text that is right as it is.
 */

const beginsHan = /^[\p{Script=Han}（）]/u
const endsHan = /[\p{Script=Han}（）]$/u
const containsHan = /\p{Script=Han}/u

/** Chinese names have no gaps in them; foreign ones do. */
export function plainName(text: string): string {
  return text.replace(/\s+/g, (gap, at: number) => {
    // Two units: some of the characters take both.
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + gap.length, at + gap.length + 2)
    return endsHan.test(before) || beginsHan.test(after) ? '' : gap
  })
}

/** The vendor has a licence's brackets as 「（）」 in every Chinese name. */
export function plainOrganizationName(text: string): string {
  if (!containsHan.test(text)) return text
  return plainName(text.replace(/\(/g, '（').replace(/\)/g, '）'))
}

/** Codes and id numbers: half-width capitals without gaps. */
export function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
}

/** `+86 138-0013-8000` is 13800138000. */
export function plainMobile(text: string): string {
  return plainCode(text).replace(/^(\+86|0086|86)(?=1\d{10}$)/, '')
}
