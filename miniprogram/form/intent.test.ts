import { createIntents, randomKey } from './intent'

function counted() {
  let made = 0
  return createIntents(() => `key-${++made}`)
}

test('the same content tried again keeps key and consent', () => {
  const intents = counted()
  const first = intents.of({ mobile: '13800000000' })
  first.consentId = 'c_1'
  expect(intents.of({ mobile: '13800000000' })).toEqual({ clientKey: 'key-1', consentId: 'c_1' })
})

test('changed content is a new intent with a new consent', () => {
  const intents = counted()
  intents.of({ mobile: '13800000000' }).consentId = 'c_1'
  expect(intents.of({ mobile: '13900000000' })).toEqual({ clientKey: 'key-2', consentId: null })
})

test('after success the same content is a new intent', () => {
  const intents = counted()
  intents.of({ mobile: '13800000000' })
  intents.forget()
  expect(intents.of({ mobile: '13800000000' }).clientKey).toBe('key-2')
})

test('keys fit the contract and do not repeat', () => {
  const keys = Array.from({ length: 1000 }, randomKey)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{16,64}$/)
  expect(new Set(keys).size).toBe(1000)
})

test('a random number with few digits still makes a key that fits', () => {
  const random = jest.spyOn(Math, 'random').mockReturnValue(0)
  expect(randomKey()).toMatch(/^[A-Za-z0-9_-]{16,64}$/)
  random.mockRestore()
})
