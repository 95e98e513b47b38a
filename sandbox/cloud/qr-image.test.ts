import { createRequire } from 'node:module'
import path from 'node:path'
import { toBuffer } from 'qrcode'
import { qrImage } from './qr-image'

interface Picture {
  width: number
  height: number
  data: Buffer
}

/** The reader inside qrcode; it has no types. */
const { PNG } = createRequire(path.resolve('node_modules/qrcode/package.json'))('pngjs') as {
  PNG: { sync: { read(file: Buffer): Picture } }
}

test('the picture is the one qrcode draws itself', async () => {
  const text = 'http://127.0.0.1:8690/__sandbox/code?page=pages%2Fhome%2Findex&scene=s%3Dabc'
  const theirs = PNG.sync.read(await toBuffer(text, { scale: 1, margin: 4, errorCorrectionLevel: 'M' }))
  const ours = PNG.sync.read(qrImage(text, theirs.width))
  expect([ours.width, ours.height]).toEqual([theirs.width, theirs.height])
  expect(ours.data.equals(theirs.data)).toBe(true)
})

test('the picture fills the width in whole modules', () => {
  const { width } = PNG.sync.read(qrImage('a', 280))
  expect(width).toBe(Math.floor(280 / 29) * 29)
})
