import { createHash } from 'node:crypto'

/** A value of a setting, as a plan may show it: whether it is another one, never what it is. */
export function hashed(value: string): string {
  return `•••(${createHash('sha256').update(value).digest('hex').slice(0, 6)})`
}
