import type { SheetProblem } from './error'

type Kind = 'archive' | 'text' | SheetProblem

/** How files begin that are neither archives nor text. */
const beginnings: readonly [Buffer, Kind][] = [
  [Buffer.from('PK\x03\x04'), 'archive'],
  // With nothing in it.
  [Buffer.from('PK\x05\x06'), 'archive'],
  [Buffer.from('%PDF'), 'otherKind'],
  [Buffer.from('{\\rtf'), 'otherKind'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'otherKind'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'otherKind'],
  [Buffer.from('GIF8'), 'otherKind'],
  [Buffer.from('BM'), 'otherKind'],
  [Buffer.from('Rar!'), 'otherKind'],
  [Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), 'otherKind'],
  [Buffer.from([0x1f, 0x8b]), 'otherKind'],
]
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
/** Streams of compound files by which it is known what they are. Names are UTF-16. */
const streams: readonly [string, SheetProblem][] = [
  ['EncryptedPackage', 'locked'],
  ['EncryptionInfo', 'locked'],
  ['WordDocument', 'otherKind'],
  ['PowerPoint Document', 'otherKind'],
]

/** What a file is by its first bytes; what it is called proves nothing. */
export function kindOf(bytes: Buffer): Kind {
  if (bytes.length === 0) return 'empty'
  if (bytes.subarray(0, 4).equals(compoundFile)) return compoundKind(bytes)
  const found = beginnings.find(([beginning]) => bytes.subarray(0, beginning.length).equals(beginning))
  // Names begin with BM as well; pictures have bytes of zero close to it.
  if (found && (found[0].toString() !== 'BM' || bytes.subarray(0, 16).includes(0))) return found[1]
  return 'text'
}

function compoundKind(bytes: Buffer): SheetProblem {
  return streams.find(([name]) => bytes.includes(Buffer.from(name, 'utf16le')))?.[1] ?? 'oldExcel'
}

const webTags = [
  '<!doctype html',
  '<html',
  '<head',
  '<body',
  '<table',
  '<div',
  '<style',
  '<meta',
  'mime-version:',
]

/** null: text that may be a table. */
export function markupKind(text: string): 'webPage' | 'xml' | null {
  const beginning = text.slice(0, 2000).trimStart().toLowerCase()
  if (!/^(<[!?a-z]|mime-version:)/.test(beginning)) return null
  return webTags.some(tag => beginning.includes(tag)) ? 'webPage' : 'xml'
}
