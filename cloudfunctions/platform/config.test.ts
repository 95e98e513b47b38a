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
  expect(read).toThrow('configuration: LOOKUP_KEY is missing; ESS_SECRET_KEY is missing')
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
])('LIMITS=%s is refused with a sentence', LIMITS => {
  expect(problemsOf({ ...complete, LIMITS }).join()).toMatch(/^LIMITS must look like/)
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
