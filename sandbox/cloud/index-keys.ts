/** Texts that sort as the values of a field do, so that an index is a sorted list of texts. */

/** Between the parts of a key; smaller than whatever may stand in a part. */
const separator = '\u0000\u0000'

/** One value: numbers before texts, and what is missing as null, as in MongoDB. Whatever else there is has a place of its own. */
export function partOf(value: unknown): string {
  if (value === null || value === undefined) return '1'
  if (typeof value === 'number') return `2${sortable(value)}`
  if (typeof value === 'string')
    return `3${value.includes('\u0000') ? value.replaceAll('\u0000', '\u0000\u0001') : value}`
  if (typeof value === 'boolean') return value ? '51' : '50'
  return '4'
}

/** A part as it stands in a key. */
export const endedPart = (value: unknown): string => partOf(value) + separator

export const keyOf = (parts: readonly string[]): string => parts.map(part => part + separator).join('')

/** Greater than every key that begins with this one, and smaller than those that come after them. */
export const afterAll = (prefix: string): string => `${prefix}\uffff`

/** What stands in the index: the key, and whose it is. */
export const entryOf = (key: string, id: string): string => key + id

/** Ids hold no separator but in their own place, which is the last. */
export const idOf = (entry: string): string => entry.slice(entry.lastIndexOf(separator) + separator.length)

/** Whether a value of a question is one that an index can be asked for. */
export const isPlain = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const bits = new DataView(new ArrayBuffer(8))

/** Sixteen hex digits in the order of the numbers. */
function sortable(value: number): string {
  bits.setFloat64(0, value === 0 ? 0 : value)
  const high = bits.getUint32(0)
  const low = bits.getUint32(4)
  const isNegative = high >= 0x80000000
  return hex(isNegative ? ~high : high ^ 0x80000000) + hex(isNegative ? ~low : low)
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
