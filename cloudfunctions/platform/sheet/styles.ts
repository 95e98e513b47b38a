import { type Format, formatOf } from './numberFormat'
import { type Attributes, readXml } from './xml'

/** The number format of each cell style (ECMA-376, 18.8.10): what `s` of a cell counts. */
export function readStyles(pieces: Iterable<Uint8Array>): Format[] {
  const codes = new Map<number, string>()
  const ids: number[] = []
  readXml(pieces, {
    open(path, attributes) {
      if (path === 'styleSheet/numFmts/numFmt') codes.set(...numberFormat(attributes))
      if (path === 'styleSheet/cellXfs/xf') ids.push(Number(attributes.numFmtId ?? 0))
    },
  })
  const formats = new Map<number, Format>()
  return ids.map(id => {
    const format = formats.get(id) ?? formatOf(id, codes.get(id))
    formats.set(id, format)
    return format
  })
}

function numberFormat({ numFmtId, formatCode = '' }: Attributes): [number, string] {
  return [Number(numFmtId), formatCode]
}
