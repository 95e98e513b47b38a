import { inflateRawSync } from 'node:zlib'
import { isRecord } from '../json'
import { SheetError } from './error'

const entrySignature = 0x02014b50

/**
 * The entries of a ZIP archive (APPNOTE.TXT 4.3) whose names are `wanted`. What an archive says about unpacked sizes
 * is not believed: unpacking stops at `limit` bytes for all of them. Throws SheetError.
 */
export function unzip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  limit: number,
): Record<string, Buffer> {
  try {
    return entriesOf(bytes, wanted, limit)
  } catch (error) {
    if (isRecord(error) && error.code === 'ERR_BUFFER_TOO_LARGE') throw new SheetError('tooLarge')
    throw new SheetError('broken')
  }
}

function entriesOf(bytes: Buffer, wanted: (name: string) => boolean, limit: number): Record<string, Buffer> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('no end of the central directory')
  const entries: Record<string, Buffer> = {}
  let room = limit
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new Error('no entry where one should be')
    const packed = bytes.readUInt32LE(at + 20)
    const header = bytes.readUInt32LE(at + 42)
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    // Some writers on Windows have backslashes.
    const name = bytes.toString('utf8', at + 46, nameEnd).replace(/\\/g, '/')
    if (wanted(name)) {
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
      const content = unpacked(bytes.subarray(start, start + packed), bytes.readUInt16LE(at + 10), room)
      room -= content.length
      entries[name] = content
    }
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpacked(packed: Buffer, method: number, room: number): Buffer {
  if (method === 0) return packed
  if (method !== 8) throw new Error('a compression nobody uses in spreadsheets')
  // zlib takes no limit of 0.
  return inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) })
}
