import { isPlaceholder } from './placeholder'
import { type Reading, right, wrong } from './reading'
import { plainText, visibleText } from './signs'

/**
 * What another system calls a matter: `HT-2026/1`, 「（2026）京0105民初123号」. Its signs are that system's own and stay
 * as they are; only what cannot be seen goes. A placeholder is no number: ''.
 */
export function readBusinessNumber(text: string): Reading {
  if (isPlaceholder(plainText(text))) return right('')
  const own = visibleText(text)
  return /[\uFFFD\uE000-\uF8FF\uD800-\uDFFF]/u.test(own) ? wrong('signsLost') : right(own)
}

/** For finding and telling doubles: width, case and gaps make no difference. */
export function businessNumberKey(text: string): string {
  return plainText(text)
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/ /g, '')
    .toUpperCase()
}
