import { decodeQr } from '../../test/support/decode-qr'
import { drawQr } from './drawQr'
import { qrImage } from './qr'

test('a code is a picture of 320 dots that a phone can read, with a margin around it', async () => {
  const image = await drawQr('https://example.com/i?i=1')
  expect(decodeQr(image)).toBe('https://example.com/i?i=1')
  const png = Buffer.from(image.slice('data:image/png;base64,'.length), 'base64')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 320])
})

test('what draws it is loaded when the first is drawn', async () => {
  expect(await qrImage('weixin://dl/a')).toBe(await drawQr('weixin://dl/a'))
})
