import { createCaller } from './call'
import { configureVendors, vendorNames, vendors } from './registry'
import type { Ports } from './vendor'

/** Each vendor with what it cannot do without, all values fictitious. */
const complete: Record<string, Record<string, string>> = {
  qiyuesuo: {
    QIYUESUO_ENVIRONMENT: 'test',
    QIYUESUO_APP_TOKEN: 'token-value',
    QIYUESUO_APP_SECRET: 'secret-value',
  },
  ess: {
    ESS_ENVIRONMENT: 'test',
    ESS_SECRET_ID: 'id-value',
    ESS_SECRET_KEY: 'key-value',
    ESS_OPERATOR_USER_ID: 'operator-value',
  },
  esign: { ESIGN_ENVIRONMENT: 'test', ESIGN_APP_ID: 'app-value', ESIGN_APP_SECRET: 'secret-value' },
}
const all = Object.assign({}, ...Object.values(complete)) as Record<string, string>

const paces: number[] = []
const ports: Ports = {
  http: async () => {
    throw new Error('nobody is called')
  },
  createCaller: () => createCaller({ retries: 0, firstPauseMs: 1 }),
  clock: () => 0,
  qrImage: async () => '',
  tokens: {
    get: async () => {
      throw new Error('nobody is called')
    },
    invalidate: async () => {},
  },
  createPace: perSecond => {
    paces.push(perSecond)
    return async () => true
  },
}

const problemsOf = (env: Record<string, string>) => configureVendors(env).problems
const idsOf = (env: Record<string, string>) => [...configureVendors(env).create(ports).keys()]

test.each(Object.entries(complete))('%s is on with its settings, and off without them', (id, env) => {
  expect(problemsOf(env)).toEqual([])
  expect(idsOf(env)).toEqual([id])
  expect(idsOf({})).toEqual([])
})

test('they are offered in the order of the registry', () => {
  expect(idsOf(all)).toEqual(vendors.map(({ id }) => id).filter(id => id in complete))
  expect(idsOf(all)[0]).toBe('qiyuesuo')
})

test('the one that is offered first must be set up', () => {
  const wrong = ['DEFAULT_VENDOR must be a vendor that is set up']
  expect(problemsOf({ ...all, DEFAULT_VENDOR: 'ess' })).toEqual([])
  expect(problemsOf({ ...complete.qiyuesuo, DEFAULT_VENDOR: 'ess' })).toEqual(wrong)
  expect(problemsOf({ ...all, DEFAULT_VENDOR: 'nobody' })).toEqual(wrong)
})

test.each(Object.entries(complete))('an empty variable of %s counts as not set', (_id, env) => {
  for (const [name, value] of Object.entries(env)) {
    const problems = problemsOf({ ...env, [name]: '' })
    expect(problems).toEqual(
      problemsOf(Object.fromEntries(Object.entries(env).filter(([key]) => key !== name))),
    )
    expect(problems.join()).not.toContain(value === 'test' ? 'nothing' : value)
  }
})

test.each([
  ['qiyuesuo', 'QIYUESUO_ENVIRONMENT', 'prod-secret', 'must be "production" or "test"'],
  ['qiyuesuo', 'QIYUESUO_APP_SECRET', '', 'is missing'],
  ['qiyuesuo', 'QIYUESUO_CALLBACK_KEY', 'short-secret', 'must be 16 characters'],
  ['ess', 'ESS_SECRET_KEY', '', 'is missing'],
  ['ess', 'ESS_OPERATOR_USER_ID', '', 'is missing'],
  ['ess', 'ESS_CALLBACK_KEY', 'short-secret', 'must be 32 characters'],
  ['ess', 'ESS_ROWS_PER_DAY', '0', 'must be a number of at least 1'],
  ['ess', 'ESS_ROWS_PER_LINK', 'secret', 'must be a number of at least 1'],
  ['esign', 'ESIGN_APP_SECRET', '', 'is missing'],
  ['esign', 'ESIGN_PRODUCT', 'secret', 'must be "v2" or "v3"'],
  ['esign', 'ESIGN_AUTHENTICATION', 'secret', 'must be "signature" or "token"'],
])('%s: a wrong %s is named, never quoted', (id, name, value, sentence) => {
  expect(problemsOf({ ...complete[id], [name]: value })).toEqual([`${name} ${sentence}`])
})

test('everything that is wrong is named at once', () => {
  expect(problemsOf({ QIYUESUO_APP_TOKEN: 't', ESIGN_APP_ID: 'a', ESIGN_PRODUCT: 'v1' })).toEqual([
    'QIYUESUO_ENVIRONMENT must be "production" or "test"',
    'QIYUESUO_APP_SECRET is missing',
    'ESIGN_ENVIRONMENT must be "production" or "test"',
    'ESIGN_APP_SECRET is missing',
    'ESIGN_PRODUCT must be "v2" or "v3"',
  ])
})

test.each(['QIYUESUO', 'ESS', 'ESIGN'])(
  'production of %s is never called over plain http, nor inside a network',
  prefix => {
    const env = {
      ...complete[prefix.toLowerCase()],
      [`${prefix}_ENVIRONMENT`]: 'production',
      [`${prefix}_BASE_URL`]: 'http://proxy.example',
      ESS_CALLBACK_TOKEN: 'token-value',
    }
    const refused = [
      `${prefix}_BASE_URL must be https, and no private, loopback or metadata address, in production`,
    ]
    expect(problemsOf(env)).toEqual(refused)
    for (const host of [
      '169.254.169.254',
      '10.1.2.3',
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:10.0.0.1]',
      '[fd00::1]',
      'localhost',
      'metadata.google.internal',
      'proxy',
      'router.lan',
      '',
    ])
      expect([host, problemsOf({ ...env, [`${prefix}_BASE_URL`]: `https://${host}/` })]).toEqual([
        host,
        refused,
      ])
    expect(problemsOf({ ...env, [`${prefix}_BASE_URL`]: 'https://proxy.example/' })).toEqual([])
  },
)

test('in production 电子签 is not on without what proves its notices', () => {
  const env = { ...complete.ess, ESS_ENVIRONMENT: 'production' }
  expect(problemsOf(env)).toEqual([
    'ESS_CALLBACK_TOKEN is missing: in production a notice that nothing proves is refused',
  ])
  expect(idsOf(env)).toEqual([])
  expect(problemsOf({ ...env, ESS_CALLBACK_TOKEN: 'token-value' })).toEqual([])
})

test('the vendor with a limit of calls a second gets a pace below it', () => {
  paces.length = 0
  idsOf(all)
  expect(paces).toEqual([18.8])
})

test('every vendor has the name of its folder, and texts in both languages', () => {
  for (const { id, name, note } of vendors) {
    expect(id).toMatch(/^[a-z][a-z0-9]{1,31}$/)
    for (const text of [name.zh, name.en, note.zh, note.en]) expect(text).not.toBe('')
  }
  expect(vendorNames).toMatchObject({
    qiyuesuo: { zh: '契约锁' },
    ess: { zh: '腾讯电子签' },
    esign: { zh: 'e签宝' },
  })
})
