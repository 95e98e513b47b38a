import { kindOfFile, longerSideOfPng } from './fileKind'

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

test.each([
  [300, 200, 300],
  [200, 300, 300],
])('a PNG of %d × %d is %d px long', (width, height, longer) => {
  const header = Buffer.alloc(24)
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  expect(longerSideOfPng(header)).toBe(longer)
  expect(longerSideOfPng(header.subarray(0, 23))).toBe(Number.POSITIVE_INFINITY)
})
