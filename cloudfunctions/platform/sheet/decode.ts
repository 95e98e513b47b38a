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
  const wide = marks.find(([, mark]) => bytes.subarray(0, 2).equals(mark))?.[0] ?? unmarkedWide(bytes)
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding)
    if (text !== null && !text.includes('\0')) return text
  }
  return damaged(bytes)
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    // Leaves a byte order mark out.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: separators, digits and line ends have a zero on one side, and always the same. */
function unmarkedWide(bytes: Buffer): string | null {
  const beginning = bytes.subarray(0, 4_000)
  const zeros = (side: 0 | 1) => beginning.filter((byte, index) => byte === 0 && index % 2 === side).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (odd > 20 * even) return 'utf-16le'
  return even > 20 * odd ? 'utf-16be' : null
}

/** UTF-8 with a few characters spoilt is still that; every spoilt one shows, and is found to be at fault. */
function damaged(bytes: Buffer): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  const spoilt = text.split('\ufffd').length - 1
  const beyondAscii = text.replace(/[\0-\x7f]/g, '').length
  if (text.includes('\0') || spoilt * 10 > beyondAscii) throw new SheetError('broken')
  return text
}
