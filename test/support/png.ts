import { deflateSync } from 'node:zlib'

interface Pixels {
  width: number
  height: number
  /** As PNG numbers them: 0 gray · 2 RGB · 3 palette · 4 gray and alpha · 6 RGBA. */
  colorType: 0 | 2 | 3 | 4 | 6
  bits: 1 | 8
  /** Channels, or the index in the palette. */
  at(x: number, y: number): readonly number[]
  palette?: readonly number[]
  /** Alpha of the palette's colours. */
  alphas?: readonly number[]
}

/** A PNG (ISO 15948) whose lines take all five filters in turn. */
export function png({ width, height, colorType, bits, at, palette, alphas }: Pixels): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bits, colorType], 8)
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colorType]
  const lines = Array.from({ length: height }, (_, y) =>
    packed(Array.from({ length: width }, (_, x) => at(x, y)).flat(), bits),
  )
  const filtered = lines.map((line, y) => filter(line, lines[y - 1], bits === 1 ? 1 : channels, y % 5))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(alphas ? [chunk('tRNS', Buffer.from(alphas))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(filtered))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function packed(values: readonly number[], bits: 1 | 8): Buffer {
  if (bits === 8) return Buffer.from(values)
  const bytes = Buffer.alloc(Math.ceil(values.length / 8))
  for (const [index, value] of values.entries()) {
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (value << (7 - (index & 7)))
  }
  return bytes
}

function filter(line: Buffer, above: Buffer | undefined, pixel: number, kind: number): Buffer {
  const filtered = [...line].map((value, index) => {
    const a = line[index - pixel] ?? 0
    const b = above?.[index] ?? 0
    const c = above?.[index - pixel] ?? 0
    return value - ([0, a, b, Math.floor((a + b) / 2), paeth(a, b, c)][kind] ?? 0)
  })
  return Buffer.from([kind, ...filtered])
}

/** As the standard has it, 9.4. */
function paeth(a: number, b: number, c: number): number {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  if (pa <= pb && pa <= pc) return a
  return pb <= pc ? b : c
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), content])
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(content.length, 0)
  typed.copy(framed, 4)
  framed.writeUInt32BE(crc(typed), typed.length + 4)
  return framed
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
