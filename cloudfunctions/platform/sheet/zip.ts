import { Inflate } from 'fflate'
import { crc32 } from './crc32'
import { guarded, SheetError } from './error'
import { type Count, limits } from './limits'

/** An archive's entries by name, without regard to case. */
export interface Archive {
  names: readonly string[]
  has(name: string): boolean
  /** The content of an entry, piece by piece, `Count` told of every byte. Throws SheetError. */
  read(name: string, count: Count): Iterable<Uint8Array>
}

interface Entry {
  name: string
  encrypted: boolean
  method: number
  packed: number
  size: number
  /** CRC-32 of its content; 0 where the writer left it out. */
  sum: number
  /** Where its local header begins. */
  header: number
}

const entrySignature = 0x02014b50
const headerSignature = 0x04034b50
/** Packed bytes taken at a time: nothing unpacks to more than 1032 times as many. */
const piece = 8_192

/**
 * A ZIP archive (APPNOTE.TXT 4.3, ZIP64 too). Only its directory is believed, and of that no size: unpacking stops
 * where `limits` say. Throws SheetError.
 */
export function openArchive(bytes: Buffer): Archive {
  const entries = guarded(() => entriesOf(bytes))
  const byName = new Map<string, Entry>()
  for (const entry of entries) {
    const key = entry.name.toLowerCase()
    // Two readers would take two different ones for the content.
    if (byName.has(key)) throw new SheetError('unusual')
    byName.set(key, entry)
    // What admits to be a bomb is refused before anything is unpacked.
    if (entry.size > limits.unpacked) throw new SheetError('inflated')
    expectRatio(entry.size, entry.packed)
  }
  return {
    names: entries.map(({ name }) => name),
    has: name => byName.has(name.toLowerCase()),
    *read(name, count) {
      const entry = byName.get(name.toLowerCase())
      if (!entry) throw new SheetError('broken')
      yield* contentOf(bytes, entry, count)
    },
  }
}

function* contentOf(bytes: Buffer, entry: Entry, count: Count): Iterable<Uint8Array> {
  if (entry.encrypted) throw new SheetError('locked')
  const packed = guarded(() => packedBytes(bytes, entry))
  let size = 0
  let sum = 0
  for (const content of entry.method === 0 ? [packed] : inflated(packed)) {
    size += content.length
    count(content.length)
    sum = crc32(content, sum)
    expectRatio(size, entry.packed)
    yield content
  }
  if (size !== entry.size || (entry.sum !== 0 && sum !== entry.sum)) throw new SheetError('broken')
}

function expectRatio(size: number, packed: number): void {
  if (size > limits.ratioFrom && size > packed * limits.ratio) throw new SheetError('inflated')
}

function* inflated(packed: Buffer): Iterable<Uint8Array> {
  let ready: Uint8Array[] = []
  const inflate = new Inflate(content => ready.push(content))
  for (let at = 0; at < packed.length; at += piece) {
    // Whether it ends too early, its size tells.
    guarded(() => inflate.push(packed.subarray(at, at + piece)))
    yield* ready
    ready = []
  }
}

function packedBytes(bytes: Buffer, { header, packed, method }: Entry): Buffer {
  if (method !== 0 && method !== 8) throw new Error('a compression nobody uses in spreadsheets')
  if (bytes.readUInt32LE(header) !== headerSignature) throw new Error('no local header where one should be')
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  if (start + packed > bytes.length) throw new Error('an entry that is cut off')
  return bytes.subarray(start, start + packed)
}

function entriesOf(bytes: Buffer): Entry[] {
  const { at: first, entries: total } = directoryOf(bytes)
  if (total > limits.entries) throw new SheetError('unusual')
  const entries: Entry[] = []
  let at = first
  for (let left = total; left > 0; left--) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new Error('no entry where one should be')
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    // Some writers on Windows have backslashes.
    const name = bytes
      .toString('utf8', at + 46, nameEnd)
      .replace(/\\/g, '/')
      .replace(/^\/+/, '')
    const [size, packed, header] = wideNumbers(
      [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)],
      bytes.subarray(nameEnd, extraEnd),
    )
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
    const method = bytes.readUInt16LE(at + 10)
    const sum = bytes.readUInt32LE(at + 16)
    // Folders have entries too.
    if (!name.endsWith('/')) entries.push({ name, encrypted, method, size, sum, packed, header })
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return entries
}

const narrowest = 0xffffffff

/** ZIP64 keeps what does not fit 32 bits in an extra field, in a fixed order. */
function wideNumbers(narrow: [number, number, number], extra: Buffer): [number, number, number] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  let next = at + 4
  return narrow.map(number => {
    if (number !== narrowest) return number
    next += 8
    return Number(extra.readBigUInt64LE(next - 8))
  }) as [number, number, number]
}

function directoryOf(bytes: Buffer): { at: number; entries: number } {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('no end of the central directory')
  const locator = end - 20
  if (bytes.toString('latin1', locator, end - 16) === 'PK\x06\x07') {
    const wide = Number(bytes.readBigUInt64LE(locator + 8))
    return { entries: Number(bytes.readBigUInt64LE(wide + 32)), at: Number(bytes.readBigUInt64LE(wide + 48)) }
  }
  return { entries: bytes.readUInt16LE(end + 10), at: bytes.readUInt32LE(end + 16) }
}
