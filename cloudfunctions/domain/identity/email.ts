import { type Reading, right, wrong } from './reading'
import { plainText } from './signs'

/** Longer ones have been refused from the beginning. */
const longest = 100

/** An e-mail address, loosely: who sends to it will know. */
export function readEmail(text: string): Reading {
  const address = plainText(text)
  const isOne = address.length <= longest && /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+$/.test(address)
  return isOne ? right(address) : wrong('malformed')
}
