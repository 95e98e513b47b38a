import { isProduction, weakSettings } from './weakSettings'

const random = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256)).toString('base64')
const strong = {
  ESS_ENVIRONMENT: 'production',
  OPERATOR_SETUP_CODE: 'a-long-and-random-code',
  SEAL_KEYS: `k1:${random}`,
  LOOKUP_KEY: random,
  CALLBACK_BASE_URL: 'https://callback.example',
}
const zeros = Buffer.alloc(32).toString('base64')

test('strong settings are fine', () => {
  expect(weakSettings(strong)).toEqual([])
})

test.each([
  ['OPERATOR_SETUP_CODE', '1'],
  ['SEAL_KEYS', `k2:${random},k1:${zeros}`],
  ['LOOKUP_KEY', zeros],
  ['LOOKUP_KEY', Buffer.from('0123456701234567012345670123456701234567').subarray(0, 32).toString('base64')],
  ['CALLBACK_BASE_URL', 'http://callback.example'],
])('in production a weak %s is refused with a sentence, and never quoted', (name, value) => {
  const [problem = '', ...others] = weakSettings({ ...strong, [name]: value })
  expect(problem).toMatch(new RegExp(`^${name} must be .* in production: .{10,}`))
  expect(others).toEqual([])
  if (value.length > 8) expect(problem).not.toContain(value)
  expect(weakSettings({ ...strong, [name]: value, ESS_ENVIRONMENT: 'test' })).toEqual([])
})

test('an example key among several is refused, and named once', () => {
  const example = 'c2FuZGJveC1zZWFsLWtleS1mb3ItbG9jYWwtb25seSE='
  expect(weakSettings({ ...strong, SEAL_KEYS: `k2:${random},k1:${example}` })).toEqual([
    'SEAL_KEYS must be your own in production: this value stands in the documentation',
  ])
})

const tooShort =
  'OPERATOR_SETUP_CODE must be 16 random characters or more in production: whoever guesses it owns everything'
const tooRegular = 'LOOKUP_KEY must be random in production: make a new key as docs/deployment.md shows'
const sealTooRegular = 'SEAL_KEYS must be random in production: make new keys as docs/deployment.md shows'
const bytes = (different: number) =>
  Buffer.from(Array.from({ length: 32 }, (_, at) => at % different)).toString('base64')

test.each([
  ['OPERATOR_SETUP_CODE', 'x'.repeat(15), [tooShort]],
  ['OPERATOR_SETUP_CODE', 'x'.repeat(16), []],
  ['LOOKUP_KEY', bytes(15), [tooRegular]],
  ['SEAL_KEYS', `k1:${bytes(15)}`, [sealTooRegular]],
  ['SEAL_KEYS', `k1:${bytes(16)}`, []],
  ['SEAL_KEYS', `a-name-of-many-different-letters:${zeros}`, [sealTooRegular]],
  ['LOOKUP_KEY', bytes(16), []],
  ['LOOKUP_KEY', undefined, []],
  [
    'CALLBACK_BASE_URL',
    'see https://callback.example',
    ['CALLBACK_BASE_URL must be https in production: the address of a notice is its proof'],
  ],
])('the border of %s: %s', (name, value, problems) => {
  expect(weakSettings({ ...strong, [name]: value })).toEqual(problems)
})

test('an example is refused in any variable', () => {
  expect(weakSettings({ ...strong, ESS_SECRET_ID: 'AKIDsandbox' })).toEqual([
    'ESS_SECRET_ID must be your own in production: this value stands in the documentation',
  ])
})

test.each([
  [{}, false],
  [{ ESS_ENVIRONMENT: 'test', ESIGN_ENVIRONMENT: 'production' }, true],
  [{ ESS_ENVIRONMENT: 'production-like' }, false],
  [{ ESS_ENVIRONMENT_NAME: 'production' }, false],
])('%j is production: %s', (env, expected) => {
  expect(isProduction(env)).toBe(expected)
})
