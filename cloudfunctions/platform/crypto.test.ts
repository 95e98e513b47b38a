import { createCipheriv } from 'node:crypto'
import { createVault, randomHex, type SealedKind, sameText, sealedKindNames, sha256 } from './crypto'

const key = (fill: number) => Buffer.alloc(32, fill)
const place = (id: string) => ({ kind: 'verificationFields', id }) as const
const vault = createVault({ seal: [{ id: 'k1', key: key(1) }], lookup: key(9) })

test('what was sealed opens again, for the same document only', () => {
  const sealed = vault.seal({ name: '测试员甲' }, place('v_1'))
  expect(sealed).not.toContain('测试员甲')
  expect(vault.open(sealed, place('v_1'))).toEqual({ name: '测试员甲' })
  expect(() => vault.open(sealed, place('v_2'))).toThrow()
})

test('one altered character does not open', () => {
  const sealed = vault.seal('text', place('v_1'))
  const altered = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A')
  expect(() => vault.open(altered, place('v_1'))).toThrow()
})

test.each([4, 8, 12, 15, 17])('a tag of %s bytes opens nothing', bytes => {
  const [format, id, iv, tag = '', body] = vault.seal('text', place('v_1')).split('.')
  const other = Buffer.concat([Buffer.from(tag, 'base64url'), Buffer.alloc(1)]).subarray(0, bytes)
  expect(() =>
    vault.open([format, id, iv, other.toString('base64url'), body].join('.'), place('v_1')),
  ).toThrow()
})

test('a new key seals, the old one still opens, a removed one says so', () => {
  const old = vault.seal('text', place('v_1'))
  const rotated = createVault({
    seal: [
      { id: 'k2', key: key(2) },
      { id: 'k1', key: key(1) },
    ],
    lookup: key(9),
  })
  expect(rotated.seal('text', place('v_1'))).toMatch(/^v2\.k2\./)
  expect(rotated.open(old, place('v_1'))).toBe('text')
  const removed = createVault({ seal: [{ id: 'k2', key: key(2) }], lookup: key(9) })
  expect(() => removed.open(old, place('v_1'))).toThrow('no longer in SEAL_KEYS')
})

test('digests tell purposes and borders of their parts apart', () => {
  expect(vault.digest('a', 'b', 'c')).not.toBe(vault.digest('a', 'bc'))
  expect(vault.digest('a', 'b')).not.toBe(vault.digest('b', 'a'))
})

test('texts of other length are simply different', () => {
  expect(sameText('abc', 'abcd')).toBe(false)
  expect(sameText('abc', 'abc')).toBe(true)
})

test.each(sealedKindNames)('what was sealed as %s opens as nothing else', one => {
  const sealed = vault.seal('text', { kind: one, id: 'x_1' })
  expect(vault.open(sealed, { kind: one, id: 'x_1' })).toBe('text')
  for (const other of sealedKindNames.filter(each => each !== one)) {
    expect(() => vault.open(sealed, { kind: other, id: 'x_1' })).toThrow()
    // Nor when it pretends to be of before there were kinds.
    expect(() => vault.open(sealed.slice('v2.'.length), { kind: other, id: 'x_1' })).toThrow()
  }
})

/** As versions before wrote it. */
function sealedBefore(text: string, context: string): string {
  const iv = Buffer.alloc(12, 3)
  const cipher = createCipheriv('aes-256-gcm', key(1), iv, { authTagLength: 16 })
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(JSON.stringify(text), 'utf8'), cipher.final()])
  return ['k1', ...[iv, cipher.getAuthTag(), body].map(part => part.toString('base64url'))].join('.')
}
const oldContexts: Partial<Record<SealedKind, string>> = {
  invitationLinks: 'invitation_links/x_1',
  vendorToken: 'token x_1',
}
test.each(sealedKindNames)(
  'what was sealed as %s before there were kinds still opens, in its document',
  kind => {
    const old = sealedBefore('text', oldContexts[kind] ?? 'x_1')
    expect(vault.open(old, { kind, id: 'x_1' })).toBe('text')
    expect(() => vault.open(old, { kind, id: 'x_2' })).toThrow()
    expect(() => vault.open(`v2.${old}`, { kind, id: 'x_1' })).toThrow()
    expect(vault.seal(vault.open(old, { kind, id: 'x_1' }), { kind, id: 'x_1' })).toMatch(/^v2\./)
  },
)

test.each(['', 'v2', 'v3.k1.a.b.c', 'v2.k1.a.b.c.d', '....'])('%j is no sealed text', text => {
  expect(() => vault.open(text, place('x_1'))).toThrow('sealed in an unknown format')
})

test('whether others only open, and what was sealed with the key of now', () => {
  const both = {
    seal: [
      { id: 'k2', key: key(2) },
      { id: 'k1', key: key(1) },
    ],
    lookup: key(9),
  }
  const rotated = createVault(both)
  const alone = createVault({ ...both, seal: [{ id: 'k1', key: key(1) }] })
  expect([alone.newest, rotated.newest]).toEqual([
    { alone: true, among: 'k1' },
    { alone: false, among: 'k2,k1' },
  ])
  const old = vault.seal('text', place('v_1'))
  expect([
    vault.isNewest(old),
    rotated.isNewest(old),
    rotated.isNewest(rotated.seal('text', place('v_1'))),
  ]).toEqual([true, false, true])
  expect(rotated.isNewest(`x${rotated.seal('text', place('v_1'))}`)).toBe(false)
})

test('without a key nothing is sealed', () => {
  expect(() => createVault({ seal: [], lookup: key(9) })).toThrow('SEAL_KEYS holds no key')
})

/** Computed with openssl: what is looked up by a digest today must be found by it tomorrow. */
test('digests stay what they are', () => {
  expect(vault.digest('a', 'b', 'c')).toBe('3dd4ab85615d1d03eb4dd39e6b29ff3db74c8f78b75e462d8faef442ae0f479f')
  expect(sha256('测试')).toBe('6aa8f49cc992dfd75a114269ed26de0ad6d4e7d7a70d9c8afb3d7a57a88a73ed')
  expect(sha256(Buffer.from('测试'))).toBe(sha256('测试'))
})

test('random texts have two characters a byte, and never come twice', () => {
  expect(randomHex(8)).toMatch(/^[0-9a-f]{16}$/)
  expect(randomHex(8)).not.toBe(randomHex(8))
})

test('texts of one length that differ are different', () => {
  expect(sameText('abc', 'abd')).toBe(false)
  expect(sameText('', '')).toBe(true)
})
