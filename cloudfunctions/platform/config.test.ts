import { ConfigError, readConfig } from './config'

const key = Buffer.alloc(32, 7).toString('base64')
const complete = {
  SEAL_KEYS: `k1:${key}`,
  LOOKUP_KEY: key,
  CALLBACK_BASE_URL: 'https://callback.example/',
  POLICY_VERSION: '2026-11',
  POLICY_CONTROLLER: '示例公司',
  QIYUESUO_ENVIRONMENT: 'test',
  QIYUESUO_APP_TOKEN: 'token-value',
  QIYUESUO_APP_SECRET: 'secret-value',
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
  expect(config.qiyuesuo).toMatchObject({ environment: 'test', baseUrl: null })
})

test('a vendor without a token is off', () => {
  expect(readConfig({ ...complete, QIYUESUO_APP_TOKEN: undefined }).qiyuesuo).toBeNull()
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
  const problems = problemsOf({ ...complete, SEAL_KEYS: 'k1:c2hvcnQ=', QIYUESUO_ENVIRONMENT: 'prod-secret' })
  expect(problems).toEqual([
    'SEAL_KEYS must be 32 bytes in base64',
    'QIYUESUO_ENVIRONMENT must be "production" or "test"',
  ])
})

test('production is never called over plain http', () => {
  const env = { ...complete, QIYUESUO_ENVIRONMENT: 'production', QIYUESUO_BASE_URL: 'http://proxy.example' }
  expect(problemsOf(env)).toEqual(['QIYUESUO_BASE_URL must be https in production'])
})
