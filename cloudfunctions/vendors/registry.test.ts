import { createCaller } from './call'
import { configureVendors, isVendorSetting, vendorNames, vendors } from './registry'
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
const driversOf = (env: Record<string, string>) => configureVendors(env).create(ports)
const idsOf = (env: Record<string, string>) => [...driversOf(env).keys()]

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

test('variables that begin with the name of a vendor are its settings', () => {
  for (const name of ['QIYUESUO_APP_TOKEN', 'ESS_X', 'ESIGN_']) expect(isVendorSetting(name)).toBe(true)
  for (const name of ['ess_x', 'NODE_ENV', 'MY_ESS_X', 'X_ESS_', 'ESSX'])
    expect(isVendorSetting(name)).toBe(false)
})

test('where the APIs are of those that are on: of the environment, or as it was set', () => {
  expect([...configureVendors(all).bases]).toEqual([
    ['qiyuesuo', 'https://openapi.qiyuesuo.cn'],
    ['ess', 'https://ess.test.ess.tencent.cn'],
    ['esign', 'https://smlopenapi.esign.cn'],
  ])
  const names = ['QIYUESUO_BASE_URL', 'ESS_BASE_URL', 'ESIGN_BASE_URL']
  const proxies = Object.fromEntries(names.map(name => [name, `https://proxy.example/${name}//`]))
  expect([...configureVendors({ ...all, ...proxies }).bases.values()]).toEqual(
    names.map(name => `https://proxy.example/${name}`),
  )
  expect([...configureVendors({ ESIGN_APP_ID: 'a' }).bases]).toEqual([])
})

test('a test world may be anywhere, also where no address is', () => {
  for (const url of ['http://127.0.0.1:8688', 'http://10.0.0.1', 'nowhere'])
    expect(problemsOf({ ...complete.ess, ESS_BASE_URL: url })).toEqual([])
})

const hostsOf = (linkHosts: string) =>
  driversOf({ ...complete.esign, ESIGN_LINK_HOSTS: linkHosts }).get('esign')?.jumps?.hosts

test('hosts to which users are sent are added to the known ones', () => {
  const known = hostsOf('')
  expect(hostsOf(' Links.Example.com,, b-2.example.com.cn ')).toEqual([
    ...(known ?? []),
    'links.example.com',
    'b-2.example.com.cn',
  ])
})

test.each([
  'links',
  'https://links.example.com',
  'links.example.com/a',
  'links.example.com:8443',
  '*.example.com',
  'a..example.com',
  'links.example.com.',
  '.example.com',
  `${'a'.repeat(64)}.example.com`,
  `a.${'b'.repeat(64)}`,
  Array(10).fill('a').join('.'),
  '10.0.0.1',
  'router.lan',
  'right.example.com,wrong',
])('%s is no host to send users to', linkHosts => {
  expect(problemsOf({ ...complete.esign, ESIGN_LINK_HOSTS: linkHosts })).toEqual([
    'ESIGN_LINK_HOSTS must be hosts separated by commas, such as links.example.com',
  ])
})

test('the smallest and the longest that may be set are taken', () => {
  const longest = [...Array(8).fill('a'), 'b'.repeat(63)].join('.')
  const limits = { ESS_ROWS_PER_DAY: '1', ESS_CALLBACK_KEY: '0123456789abcdef0123456789abcdef' }
  expect(problemsOf({ ...complete.ess, ...limits, ESS_LINK_HOSTS: longest })).toEqual([])
  expect(driversOf({ ...complete.ess, ...limits }).get('ess')?.batch?.limits.rowsPerDay).toBe(1)
})

test('what is switched by 1 is on with 1 and with nothing else', () => {
  const isOn = (value: string) =>
    driversOf({ ...complete.esign, ESIGN_LEGACY_INVITATIONS: value }).get('esign')?.legacyInvitations !==
    undefined
  expect(['1', '', '0', 'true'].map(isOn)).toEqual([true, false, false, false])
})

/** Whom a proof is asked about, and what is taken for one, follows from these: none of them changes in passing. */
test('what each vendor can do, as its page in docs/vendors says', () => {
  const modes = ['any', 'threeFactor', 'face', 'bankCard']
  const documents = ['residentId', 'passport', 'hkMacauPermit', 'taiwanPermit']
  const common = {
    subjects: ['person', 'organization'],
    requires: { person: [], organization: [] },
    batch: false,
    licence: null,
    contracts: false,
    outline: false,
    accounts: false,
  }
  const expected = {
    qiyuesuo: {
      ...common,
      handoffs: ['plugin', 'webUrl'],
      personModes: modes,
      idTypes: documents,
      page: {
        modes: [...modes, 'alipay'],
        fallbackModes: ['threeFactor', 'face', 'bankCard', 'alipay', 'manualReview'],
        fields: {
          person: ['name', 'idNumber', 'bankNumber', 'bankMobile'],
          organization: ['name', 'registerNumber', 'legalPerson', 'licence'],
        },
      },
      queryBy: ['attempt', 'account'],
      accountBy: { person: ['contact'], organization: ['name'] },
      observes: ['organization'],
      licence: { maxBytes: 5_242_880, types: ['jpg', 'png', 'pdf'] },
      contracts: true,
    },
    ess: {
      ...common,
      handoffs: ['miniProgram', 'webUrl'],
      personModes: ['any'],
      idTypes: ['residentId'],
      requires: { person: ['name', 'idNumber'], organization: [] },
      batch: true,
      queryBy: ['account'],
      accountBy: { person: ['idNumber'], organization: ['name', 'registerNumber'] },
      observes: ['person', 'organization'],
    },
    esign: {
      ...common,
      handoffs: ['miniProgram', 'webUrl'],
      personModes: modes,
      idTypes: documents,
      page: {
        modes,
        fallbackModes: ['threeFactor', 'face', 'bankCard'],
        fields: {
          person: ['name', 'idNumber', 'bankNumber', 'bankMobile'],
          organization: ['name', 'registerNumber', 'legalPerson'],
        },
      },
      queryBy: ['attempt'],
      accountBy: { person: ['contact'], organization: ['name'] },
      observes: [],
      outline: true,
      accounts: true,
    },
  }
  const drivers = driversOf(all)
  expect(Object.fromEntries([...drivers].map(([id, { capabilities }]) => [id, capabilities]))).toEqual(
    expected,
  )
  expect([...drivers].filter(([, { signsNotices }]) => signsNotices).map(([id]) => id)).toEqual([
    'ess',
    'esign',
  ])
})
