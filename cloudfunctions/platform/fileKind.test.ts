import { kindOfFile } from './fileKind'

test.each([
  ['jpg', 'ffd8ffe000104a46'],
  ['jpg', 'ffd8ff'],
  ['png', '89504e470d0a1a0a0000'],
  ['pdf', '255044462d312e37'],
  [null, 'ffd8fe'],
  [null, '89504e470d0a1a'],
  [null, '89504e470d0a1a0b'],
  [null, '2550444620'],
  [null, '00ffd8ff'],
  [null, ''],
])('%s: what begins with %s', (kind, hex) => {
  expect(kindOfFile(Buffer.from(hex, 'hex'))).toBe(kind)
})
