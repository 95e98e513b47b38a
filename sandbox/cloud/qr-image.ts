import { crc32, deflateSync } from 'node:zlib'
import { create } from 'qrcode'

/** A QR code as a one-bit PNG. qrcode's own PNG writer colours pixel by pixel, which takes seconds under jest. */
export function qrImage(text: string, width: number): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * quietZone
  const scale = Math.max(1, Math.floor(width / size))
  const pixels = size * scale
  const rows = Array.from({ length: size }, (_, y) => {
    const isDark = (x: number) => {
      const [row, column] = [y - quietZone, x - quietZone]
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
      return isInside && modules.data[row * modules.size + column] === 1
    }
    // A row starts with its filter type: none.
    const row = Buffer.alloc(1 + Math.ceil(pixels / 8))
    for (let x = 0; x < pixels; x += 1) {
      if (!isDark(Math.floor(x / scale))) row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    }
    return Buffer.concat(Array.from({ length: scale }, () => row))
  })
  return Buffer.concat([
    signature,
    chunk('IHDR', header(pixels)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Modules of white that the standard wants around a code. */
const quietZone = 4
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** One bit a pixel, greyscale. */
function header(pixels: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(pixels, 0)
  data.writeUInt32BE(pixels, 4)
  data[8] = 1
  return data
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
