import { isLive, keyText, readKey } from './apiKey'

const secret = 'ab'.repeat(32)

test('a key names its id in the clear', () => {
  const text = keyText('k_0123456789abcdef', secret)
  expect(text).toBe(`rnk_0123456789abcdef_${secret}`)
  expect(readKey(text)).toEqual({ id: 'k_0123456789abcdef', secret })
})

test.each([
  '',
  'rnk_',
  `rnk_0123456789abcdef_${secret}0`,
  `rnk_0123456789ABCDEF_${secret}`,
  `x${'a'.repeat(1e6)}`,
])('no key', text => {
  expect(readKey(text)).toBeNull()
})

test('a key ends when it is revoked or its time is up', () => {
  expect(isLive({ revokedAt: null, expiresAt: null }, 5)).toBe(true)
  expect(isLive({ revokedAt: null, expiresAt: 6 }, 5)).toBe(true)
  expect(isLive({ revokedAt: null, expiresAt: 5 }, 5)).toBe(false)
  expect(isLive({ revokedAt: 1, expiresAt: null }, 5)).toBe(false)
})
