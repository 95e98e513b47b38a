import { type Count, limits } from './limits'
import { readXml } from './xml'

/** The shared strings of a workbook (ECMA-376, 18.4). Readings of characters, `rPh`, are no part of a text. */
export function readStrings(pieces: Iterable<Uint8Array>, count: Count): string[] {
  const strings: string[] = []
  let current: string
  readXml(pieces, {
    open(path) {
      if (path !== 'sst/si') return
      count(1)
      current = ''
    },
    text(path, text) {
      if (path === 'sst/si/t' || path === 'sst/si/r/t') current = joined(current, text)
    },
    close(path) {
      if (path === 'sst/si') strings.push(plainText(current))
    },
  })
  return strings
}

/** Text on text, up to the length that is kept. */
export function joined(before: string, text: string): string {
  return before.length > limits.text ? before : before + text.slice(0, limits.text + 1)
}

/** `_x000D_` stands for a character (ECMA-376, 22.9.2.19). */
export function plainText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
