import { createRequire } from 'node:module'
import path from 'node:path'
import jsQR from 'jsqr'

interface Picture {
  width: number
  height: number
  data: Buffer
}

/** The reader inside qrcode; it has no types. */
const { PNG } = createRequire(path.resolve('node_modules/qrcode/package.json'))('pngjs') as {
  PNG: { sync: { read(file: Buffer): Picture } }
}

const dataUrl = 'data:image/png;base64,'

/** What a phone's camera would read in a PNG, or in its `data:` address. Throws when it would read nothing. */
export function decodeQr(png: Buffer | string): string {
  const { width, height, data } = PNG.sync.read(bytesOf(png))
  const found = jsQR(new Uint8ClampedArray(data), width, height)
  if (!found) throw new Error('there is no QR code in the picture')
  return found.data
}

function bytesOf(png: Buffer | string): Buffer {
  if (typeof png !== 'string') return png
  if (!png.startsWith(dataUrl)) throw new Error('this is no data:image/png address')
  return Buffer.from(png.slice(dataUrl.length), 'base64')
}
