import { createVault, sameText } from './crypto'

const key = (fill: number) => Buffer.alloc(32, fill)
const vault = createVault({ seal: [{ id: 'k1', key: key(1) }], lookup: key(9) })

test('what was sealed opens again, for the same document only', () => {
  const sealed = vault.seal({ name: '测试员甲' }, 'v_1')
  expect(sealed).not.toContain('测试员甲')
  expect(vault.open(sealed, 'v_1')).toEqual({ name: '测试员甲' })
  expect(() => vault.open(sealed, 'v_2')).toThrow()
})

test('one altered character does not open', () => {
  const sealed = vault.seal('text', 'v_1')
  const altered = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A')
  expect(() => vault.open(altered, 'v_1')).toThrow()
})

test.each([4, 8, 12, 15, 17])('a tag of %s bytes opens nothing', bytes => {
  const [id, iv, tag = '', body] = vault.seal('text', 'v_1').split('.')
  const other = Buffer.concat([Buffer.from(tag, 'base64url'), Buffer.alloc(1)]).subarray(0, bytes)
  expect(() => vault.open([id, iv, other.toString('base64url'), body].join('.'), 'v_1')).toThrow()
})

test('a new key seals, the old one still opens, a removed one says so', () => {
  const old = vault.seal('text', 'v_1')
  const rotated = createVault({
    seal: [
      { id: 'k2', key: key(2) },
      { id: 'k1', key: key(1) },
    ],
    lookup: key(9),
  })
  expect(rotated.seal('text', 'v_1')).toMatch(/^k2\./)
  expect(rotated.open(old, 'v_1')).toBe('text')
  const removed = createVault({ seal: [{ id: 'k2', key: key(2) }], lookup: key(9) })
  expect(() => removed.open(old, 'v_1')).toThrow('no longer in SEAL_KEYS')
})

test('digests tell purposes and borders of their parts apart', () => {
  expect(vault.digest('a', 'b', 'c')).not.toBe(vault.digest('a', 'bc'))
  expect(vault.digest('a', 'b')).not.toBe(vault.digest('b', 'a'))
})

test('texts of other length are simply different', () => {
  expect(sameText('abc', 'abcd')).toBe(false)
  expect(sameText('abc', 'abc')).toBe(true)
})
