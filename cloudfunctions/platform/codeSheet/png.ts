import { deflateSync, inflateSync } from 'node:zlib'

/** A PNG as PDF keeps images. */
export interface PngImage {
  width: number
  height: number
  /** Gray, or red, green and blue. */
  colors: 1 | 3
  bits: number
  /** Deflated. */
  data: Buffer
  /** Each line begins with its filter, as in PNG. */
  filtered: boolean
  /** Red, green and blue of each value; null: values are colours. */
  palette: Buffer | null
}

interface Parts {
  width: number
  height: number
  bits: number
  colorType: number
  interlaced: boolean
  transparent: boolean
  palette: Buffer | null
  data: Buffer
}

/**
 * Most PNGs go into a PDF as they are, those with an alpha channel on white. null: a rare kind, left to the library,
 * which unpacks every one: a sheet takes it more than twice the time, and is half as large again.
 */
export function pngImage(bytes: Buffer): PngImage | null {
  const parts = partsOf(bytes)
  const { width, height, bits, colorType, palette, data } = parts
  if (parts.interlaced || parts.transparent) return null
  if (colorType === 0) return { width, height, colors: 1, bits, data, filtered: true, palette: null }
  if (colorType === 2) return { width, height, colors: 3, bits, data, filtered: true, palette: null }
  if (colorType === 3 && palette) return { width, height, colors: 1, bits, data, filtered: true, palette }
  if (colorType === 4 && bits === 8) return onWhite(parts, 2)
  if (colorType === 6 && bits === 8) return onWhite(parts, 4)
  return null
}

const signatureBytes = 8
/** Length and type before the content of a chunk, checksum after it. */
const chunkBytes = 12

function partsOf(bytes: Buffer): Parts {
  const contents = new Map<string, Buffer[]>()
  for (let at = signatureBytes; at + chunkBytes <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    contents.set(type, [...(contents.get(type) ?? []), bytes.subarray(at + 8, at + 8 + length)])
    at += chunkBytes + length
  }
  const header = contents.get('IHDR')?.[0]
  const data = contents.get('IDAT')
  if (!header || !data) throw new Error('code sheet: a PNG without a header or without pixels')
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bits: header.readUInt8(8),
    colorType: header.readUInt8(9),
    interlaced: header.readUInt8(12) !== 0,
    transparent: contents.has('tRNS'),
    palette: contents.get('PLTE')?.[0] ?? null,
    data: Buffer.concat(data),
  }
}

/** `channels`: the last of them is alpha. */
function onWhite({ width, height, data }: Parts, channels: 2 | 4): PngImage {
  const pixels = unfiltered(data, width * channels, height, channels)
  const colors = channels === 2 || isGray(pixels) ? 1 : 3
  const flat = Buffer.alloc(width * height * colors)
  for (let pixel = 0, to = 0; pixel < pixels.length; pixel += channels) {
    const alpha = byteAt(pixels, pixel + channels - 1)
    for (let color = 0; color < colors; color++, to++) {
      const value = byteAt(pixels, pixel + color)
      flat[to] = 255 + Math.round(((value - 255) * alpha) / 255)
    }
  }
  return { width, height, colors, bits: 8, data: deflateSync(flat), filtered: false, palette: null }
}

/** Codes are black and white, and a third of the size when they say so. */
function isGray(pixels: Buffer): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  }
  return true
}

/** PNG (ISO 15948), 9.2: every byte is told by its neighbours to the left, above, and left above. */
function unfiltered(data: Buffer, stride: number, height: number, pixel: number): Buffer {
  const lines = inflateSync(data, { maxOutputLength: (stride + 1) * height })
  const out = Buffer.alloc(stride * height)
  for (let line = 0; line < height; line++) {
    const filter = byteAt(lines, line * (stride + 1))
    const start = line * stride
    for (let index = 0; index < stride; index++) {
      const at = start + index
      const left = index < pixel ? 0 : byteAt(out, at - pixel)
      const above = byteAt(out, at - stride)
      const corner = index < pixel ? 0 : byteAt(out, at - stride - pixel)
      out[at] = byteAt(lines, at + line + 1) + predicted(filter, left, above, corner)
    }
  }
  return out
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  const toLeft = abs(above - corner)
  const toAbove = abs(left - corner)
  const toCorner = abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

const { abs } = Math
/** 0 for those before the first. */
const byteAt = (bytes: Buffer, at: number): number => bytes[at] ?? 0
