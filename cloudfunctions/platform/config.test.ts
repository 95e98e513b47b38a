import { ConfigError, readConfig } from './config'

const key = Buffer.alloc(32, 7).toString('base64')
const complete = {
  SEAL_KEYS: `k1:${key}`,
  LOOKUP_KEY: key,
  CALLBACK_BASE_URL: 'https://callback.example/',
  POLICY_VERSION: '2026-11',
  POLICY_CONTROLLER: '示例公司',
}

const problemsOf = (env: Record<string, string | undefined>): string[] => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
  }
  return []
}

test('a complete configuration is read', () => {
  const config = readConfig(complete)
  expect(config.callbackBaseUrl).toBe('https://callback.example')
})

test('everything that is missing is named at once', () => {
  expect(problemsOf({})).toEqual([
    'SEAL_KEYS is missing',
    'LOOKUP_KEY is missing',
    'CALLBACK_BASE_URL is missing',
    'POLICY_VERSION is missing',
    'POLICY_CONTROLLER is missing',
  ])
})

test('a message names settings, never their values', () => {
  const problems = problemsOf({ ...complete, SEAL_KEYS: 'k1:c2hvcnQ=', CODE_VERSION: 'secret-version' })
  expect(problems).toEqual([
    'SEAL_KEYS must be 32 bytes in base64',
    'CODE_VERSION must be "release", "trial" or "develop"',
  ])
})

test('what is wrong with the settings of vendors is named with it', () => {
  const read = () => readConfig({ ...complete, LOOKUP_KEY: '' }, ['ESS_SECRET_KEY is missing'])
  expect(read).toThrow(
    expect.objectContaining({
      name: 'ConfigError',
      message: 'configuration: LOOKUP_KEY is missing; ESS_SECRET_KEY is missing',
    }),
  )
})

test('two seal keys of one id are told apart by nobody', () => {
  expect(problemsOf({ ...complete, SEAL_KEYS: `k1:${key},k1:${key}` })).toEqual([
    'SEAL_KEYS names two keys alike: give each an id of its own',
  ])
})

test.each(['8000', '60000', '0', 'x'])('no call to a vendor takes %s ms', VENDOR_TIMEOUT_MS => {
  expect(problemsOf({ ...complete, VENDOR_TIMEOUT_MS })).toEqual([
    'VENDOR_TIMEOUT_MS must be a number of 100 to 5000',
  ])
  expect(readConfig(complete).vendorTimeoutMs).toBe(5000)
})

test('limits are read by their names', () => {
  const { limits } = readConfig({ ...complete, ATTEMPTS_PER_HOUR: '7', LIMITS: 'handovers:100, exports:20' })
  expect(limits).toMatchObject({ attempts: 7, handovers: 100, exports: 20, consents: 120 })
})

test.each([
  'handovers',
  'handovers:0',
  'handovers:-1',
  'handovers:1e9',
  '__proto__:5',
  'nothing:5',
  'handovers=5',
  'x handovers:5',
])('LIMITS=%s is refused with a sentence', LIMITS => {
  expect(problemsOf({ ...complete, LIMITS }).join()).toMatch(
    /^LIMITS must look like name:figure,name:figure, with figures of at least 1 and names of: (\w+ ){5,}\w+$/,
  )
})

test.each([
  [{}, 'observed'],
  [{ PROOF: 'attempt' }, 'attempt'],
  [{ PROOF: 'account' }, 'account'],
  // What it was called before.
  [{ REQUIRE_ATTEMPT_PROOF: '1' }, 'attempt'],
  [{ REQUIRE_ATTEMPT_PROOF: '1', PROOF: 'attempt' }, 'attempt'],
])('what a "verified" must rest on: %j is %s', (env, proof) => {
  expect(readConfig({ ...complete, ...env }).proof).toBe(proof)
})

test('a word that is none, and two settings that contradict each other, are named', () => {
  expect(problemsOf({ ...complete, PROOF: 'none' })).toEqual([
    'PROOF must be "attempt", "observed" or "account"',
  ])
  expect(problemsOf({ ...complete, PROOF: 'account', REQUIRE_ATTEMPT_PROOF: '1' })).toEqual([
    'PROOF and REQUIRE_ATTEMPT_PROOF contradict each other',
  ])
})

test('what the plan holds is read by its names', () => {
  const planLimits = (value: string) => readConfig({ ...complete, PLAN_LIMITS: value }).planLimits
  expect(planLimits('')).toEqual({ reads: null, writes: null, calls: null })
  expect(planLimits('reads:50000, calls:200000')).toEqual({ reads: 50_000, writes: null, calls: 200_000 })
  for (const wrong of ['reads', 'reads:0', 'reads:-1', 'people:5', 'reads:1e9'])
    expect(() => planLimits(wrong)).toThrow(/PLAN_LIMITS must look like/)
})

test('what is not set has its usual value', () => {
  expect(readConfig(complete)).toMatchObject({
    keys: { seal: [{ id: 'k1', key: Buffer.alloc(32, 7) }], lookup: Buffer.alloc(32, 7) },
    policy: { version: '2026-11', controller: '示例公司', retentionDays: 30 },
    supportPhone: null,
    defaultVendor: null,
    pollSeconds: 3,
    operatorSetupCode: null,
    codeVersion: 'release',
    invitationLink: null,
    redirectTargets: [],
    webhookLoopback: false,
    messages: {},
    reminderDays: null,
  })
})

test.each([
  ['SUPPORT_PHONE', '400-000-0000', { supportPhone: '400-000-0000' }],
  ['DEFAULT_VENDOR', 'ess', { defaultVendor: 'ess' }],
  ['RETENTION_DAYS', '1', { policy: { retentionDays: 1 } }],
  ['POLL_SECONDS', '5', { pollSeconds: 5 }],
  ['VENDOR_TIMEOUT_MS', '100', { vendorTimeoutMs: 100 }],
  ['OPERATOR_SETUP_CODE', 'code', { operatorSetupCode: 'code' }],
  ['CODE_VERSION', 'trial', { codeVersion: 'trial' }],
  ['CODE_VERSION', 'develop', { codeVersion: 'develop' }],
  ['INVITATION_LINK', 'https://i.example/a', { invitationLink: 'https://i.example/a' }],
  [
    'REDIRECT_TARGETS',
    ' WX0123456789abcdef,, www.Example.com ',
    { redirectTargets: ['wx0123456789abcdef', 'www.example.com'] },
  ],
  ['WEBHOOK_LOOPBACK', '1', { webhookLoopback: true }],
  ['WEBHOOK_LOOPBACK', 'true', { webhookLoopback: false }],
  ['CALLBACK_BASE_URL', 'https://c.example/a//', { callbackBaseUrl: 'https://c.example/a' }],
  ['REMINDER_DAYS', '30', { reminderDays: 30 }],
  ['LIMITS', ' exports:1 ,', { limits: { exports: 1 } }],
  ['SEAL_KEYS', `k2:${key},k1:${key},`, { keys: { seal: [{ id: 'k2' }, { id: 'k1' }] } }],
  [
    'MESSAGE_TEMPLATES',
    'result:template-id-01:matter=thing1',
    {
      messages: {
        result: { id: 'template-id-01', places: [{ name: 'thing1', type: 'thing', value: 'matter' }] },
      },
    },
  ],
  ['PLAN_LIMITS', 'writes:7', { planLimits: { reads: null, writes: 7, calls: null } }],
])('%s as %j is read', (name, value, expected) => {
  expect(readConfig({ ...complete, [name]: value })).toMatchObject(expected)
})

const seal = 'SEAL_KEYS must look like id:base64,id:base64'
const link = 'INVITATION_LINK must be https, without ? and #'
const targets = 'REDIRECT_TARGETS must be appIds and hosts separated by commas, such as www.example.com'
test.each([
  ['RETENTION_DAYS', '0', 'RETENTION_DAYS must be a number of at least 1'],
  ['RETENTION_DAYS', 'x', 'RETENTION_DAYS must be a number of at least 1'],
  ['POLL_SECONDS', '0', 'POLL_SECONDS must be a number of at least 1'],
  ['ATTEMPTS_PER_HOUR', '0', 'ATTEMPTS_PER_HOUR must be a number of at least 1'],
  ['VENDOR_TIMEOUT_MS', '99', 'VENDOR_TIMEOUT_MS must be a number of 100 to 5000'],
  ['REMINDER_DAYS', '31', 'REMINDER_DAYS must be a number of 1 to 30'],
  ['REMINDER_DAYS', '0', 'REMINDER_DAYS must be a number of 1 to 30'],
  ['LOOKUP_KEY', 'c2hvcnQ=', 'LOOKUP_KEY must be 32 bytes in base64'],
  ['SEAL_KEYS', key, seal],
  ['SEAL_KEYS', `k-1:${key}`, seal],
  ['SEAL_KEYS', `:${key}`, seal],
  ['SEAL_KEYS', `${'k'.repeat(17)}:${key}`, seal],
  ['INVITATION_LINK', 'http://i.example/a', link],
  ['INVITATION_LINK', 'https://i.example/a?b', link],
  ['INVITATION_LINK', 'https://i.example/a#b', link],
  ['INVITATION_LINK', 'see https://i.example/a', link],
  ['INVITATION_LINK', 'https://i.example/a b', link],
  ['REDIRECT_TARGETS', 'wx0123456789abcde', targets],
  ['REDIRECT_TARGETS', 'wx0123456789abcdef0', targets],
  ['REDIRECT_TARGETS', 'awx0123456789abcdef', targets],
  ['REDIRECT_TARGETS', 'https://www.example.com', targets],
  ['REDIRECT_TARGETS', 'www.example.com/a', targets],
  ['REDIRECT_TARGETS', '10.0.0.1', targets],
  ['REDIRECT_TARGETS', 'www.example.com,localhost', targets],
])('%s as %j is refused with a sentence', (name, value, sentence) => {
  expect(problemsOf({ ...complete, [name]: value })).toContain(sentence)
})

test('a receiver on this machine is none where real people are verified', () => {
  const callback = { CALLBACK_BASE_URL: 'https://callback.example' }
  const production = problemsOf({
    ...complete,
    ...callback,
    WEBHOOK_LOOPBACK: '1',
    ESS_ENVIRONMENT: 'production',
  })
  expect(production).toContain('WEBHOOK_LOOPBACK must not be set in production')
})

test('templates that cannot be read are refused with a sentence', () => {
  expect(problemsOf({ ...complete, MESSAGE_TEMPLATES: 'result' }).join()).toMatch(
    /^MESSAGE_TEMPLATES must look like/,
  )
})

test.each(['reads:50000,people:5', 'xreads:5', 'reads:5x', 'reads:1234567890123'])(
  'PLAN_LIMITS=%s is refused',
  PLAN_LIMITS => {
    expect(problemsOf({ ...complete, PLAN_LIMITS })).toEqual([
      'PLAN_LIMITS must look like reads:50000,writes:30000,calls:200000',
    ])
  },
)
