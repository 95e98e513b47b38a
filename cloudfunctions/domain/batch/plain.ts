/**
 * Texts as they should have been typed. Each function changes nothing but what has exactly one right form, and leaves
 * a text that is right as it is.
 */

const han = '\\p{Script=Han}（）'
const gapBesideHan = new RegExp(`(?<=[${han}])\\s+|\\s+(?=[${han}])`, 'gu')
const containsHan = /\p{Script=Han}/u

/** Chinese names have no gaps in them; foreign ones do. */
export function plainName(text: string): string {
  return text.replace(gapBesideHan, '')
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
