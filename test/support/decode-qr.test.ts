import { toBuffer, toDataURL } from 'qrcode'
import { decodeQr } from './decode-qr'

const address = 'http://127.0.0.1:8686/scan?page=pages%2Fhome%2Findex&scene=s%3Dabc'

test('reads a PNG and its data address', async () => {
  expect(decodeQr(await toBuffer(address))).toBe(address)
  expect(decodeQr(await toDataURL(address))).toBe(address)
})

test('says so when a picture holds no code', async () => {
  const white = await toBuffer(address, { color: { dark: '#ffffff' } })
  expect(() => decodeQr(white)).toThrow('there is no QR code in the picture')
})

test('takes no other address', () => {
  expect(() => decodeQr('https://example.com/a.png')).toThrow('this is no data:image/png address')
})
