/** The vendor's ids are numbers of 19 digits, beyond what a JavaScript number holds exactly. */
import { randomInt } from 'node:crypto'

export function newId(): string {
  return String(randomInt(1, 10)) + Array.from({ length: 18 }, () => randomInt(10)).join('')
}
