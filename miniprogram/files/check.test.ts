import { checkLicence, typeOfName } from './check'

const limits = { maxBytes: 1000, types: ['jpg', 'png', 'pdf'] as ('jpg' | 'png' | 'pdf')[] }
const heads = {
  jpg: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]),
  png: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  pdf: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]),
  gif: new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0, 0]),
}
const file = (name: string, size = 500) => ({ path: `tmp/${name}`, name, size })

test.each([
  ['a.jpg', 'jpg'],
  ['a.JPEG', 'jpg'],
  ['a.png', 'png'],
  ['营业执照.pdf', 'pdf'],
] as const)('%s with the bytes of its type is taken', (name, type) => {
  expect(checkLicence(file(name), heads[type], limits)).toEqual({
    kind: 'ok',
    licence: { path: `tmp/${name}`, name, size: 500, type },
  })
})

test('an image renamed by the phone is taken as what it is', () => {
  const verdict = checkLicence(file('a.jpg'), heads.png, limits)
  expect(verdict).toMatchObject({ kind: 'ok', licence: { type: 'png' } })
})

test.each([
  ['a.gif', heads.gif],
  ['a.jpg', heads.gif],
  ['a.docx', heads.pdf],
  ['noextension', heads.jpg],
  ['a.jpg', heads.jpg.slice(0, 2)],
  ['a.jpg', new Uint8Array()],
])('%s with other bytes or another name is the wrong type', (name, head) => {
  expect(checkLicence(file(name), head, limits).kind).toBe('wrongType')
})

test('a type the server does not take is the wrong type', () => {
  expect(checkLicence(file('a.pdf'), heads.pdf, { ...limits, types: ['jpg'] }).kind).toBe('wrongType')
})

test.each([
  [0, 'empty'],
  [1, 'ok'],
  [1000, 'ok'],
  [1001, 'tooLarge'],
])('a file of %i bytes is %s', (size, kind) => {
  expect(checkLicence(file('a.png', size), heads.png, limits).kind).toBe(kind)
})

test('names without a known ending have no type', () => {
  expect(typeOfName('constructor')).toBeNull()
  expect(typeOfName('a.constructor')).toBeNull()
})
