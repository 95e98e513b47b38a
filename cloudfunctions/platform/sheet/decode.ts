import { SheetError } from './error'

const marks: [string, Buffer][] = [
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
]

/**
 * The text of a CSV or TSV file. Excel in China saves CSV in GBK and never says so; hardly any GBK text happens to be
 * valid UTF-8. Throws SheetError.
 */
export function decode(bytes: Buffer): string {
  const marked = marks.find(([, mark]) => bytes.subarray(0, 2).equals(mark))?.[0]
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding)
    if (text !== null && !text.includes('\0')) return text
  }
  throw new SheetError('broken')
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    // Leaves a byte order mark out.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
