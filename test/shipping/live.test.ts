import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { healthy } from '../../sandbox/tencent/deployed'
import type { FreeState } from '../../sandbox/tencent/state'
import type { WeChatAccount } from '../../sandbox/tencent/wechat'
import { createWeChatApi, type WeChatApi, WeChatError } from '../../setup/apis/wechat'
import { TargetError } from '../../setup/target'
import type { Deployment } from '../../shipping/deploy/deployment'
import type { ShippingEnvironment } from '../../shipping/environment'
import { appId, envId, type ShippedWorld, startShippedWorld, variables } from './shipped'

let world: ShippedWorld
let deployed: FreeState
const known: WeChatAccount = { appId, secret: 'sandbox-app-secret', allowedIps: [], mayConfigure: true }
beforeAll(async () => {
  world = await startShippedWorld()
  await world.deploy()
  deployed = structuredClone(world.cloud.state)
})
afterAll(() => world.close())
beforeEach(() => {
  Object.assign(world.cloud.state, structuredClone(deployed))
  Object.assign(world.cloud.wechat, known)
  world.inside.answer = healthy(Date.now())
})

const functionNamed = (name: string) => {
  const found = world.cloud.state.functions.get(name)
  if (!found) throw new Error(`no function ${name}`)
  return found
}
const collectionNamed = (name: string) => {
  const found = world.cloud.state.collections.get(name)
  if (!found) throw new Error(`no collection ${name}`)
  return found
}
const domain = () => {
  const [found] = world.cloud.state.domains
  if (!found) throw new Error('no domain')
  return found
}
const route = (path: string) => {
  const found = domain().routes.find(each => each.path === path)
  if (!found) throw new Error(`no route ${path}`)
  return found
}
const inside = () => {
  const { answer } = world.inside
  if (!answer) throw new Error('silent')
  return answer
}

test('nothing is found where nothing is wrong', async () => {
  expect(await world.examine()).toEqual([])
})

/** How a fault comes about, and the command its sentence prints. */
const byCommand: [string, () => unknown, 'deploy' | 'setup'][] = [
  ['COLLECTION_MISSING', () => world.cloud.state.collections.delete('slots'), 'setup'],
  ['COLLECTION_OPEN', () => Object.assign(collectionNamed('operators'), { acl: 'READONLY' }), 'setup'],
  ['INDEX_MISSING', () => collectionNamed('verifications').indexes.pop(), 'setup'],
  ['STORAGE_OPEN', () => Object.assign(world.cloud.state, { storageAcl: 'READONLY' }), 'setup'],
  ['LOGS', () => Object.assign(world.cloud.state, { hasLogs: false }), 'setup'],
  ['FN_MISSING', () => world.cloud.state.functions.delete('server'), 'deploy'],
  ['FN_NOT_ACTIVE', () => Object.assign(functionNamed('server'), { status: 'CreateFailed' }), 'deploy'],
  ['FN_TIMEOUT', () => Object.assign(functionNamed('api'), { timeout: 3 }), 'deploy'],
  ['FN_MEMORY', () => Object.assign(functionNamed('api'), { memory: 128 }), 'deploy'],
  ['FN_HANDLER', () => Object.assign(functionNamed('api'), { handler: 'index.handler' }), 'deploy'],
  ['FN_CODE_OLD', () => Object.assign(functionNamed('api'), { description: 'by hand' }), 'deploy'],
  ['FN_ENV_DIFFERS', () => delete functionNamed('sweep').variables.POLICY_VERSION, 'deploy'],
  ['TRIGGER', () => functionNamed('sweep').triggers.pop(), 'deploy'],
  ['TRIGGER', () => Object.assign(functionNamed('sweep').triggers[0] ?? {}, { isEnabled: false }), 'deploy'],
  ['CLOUD_CALLS', () => world.cloud.state.cloudCalls.delete('api'), 'deploy'],
  ['RULE', () => Object.assign(world.cloud.state, { functionRule: null }), 'deploy'],
  ['ROUTE_MISSING', () => Object.assign(route('/server'), { path: '/elsewhere' }), 'deploy'],
  ['ROUTE_AUTH', () => Object.assign(route('/server'), { auth: true }), 'deploy'],
  ['ROUTE_PATH', () => Object.assign(route('/server'), { pathTransmission: false }), 'deploy'],
]

test.each(byCommand)(
  '%s is found, alone, and mended by the command its sentence prints',
  async (code, breaks, command) => {
    breaks()
    const found = await world.examine()
    expect(found.map(each => each.code)).toEqual([code])
    expect(found[0]?.mend).toContain(`npm run ${command} -- test`)
    await world.deploy(command === 'setup' ? { only: 'rules' } : {})
    expect(await world.examine()).toEqual([])
  },
)

/** How a fault comes about, words of its sentence, and what a person does then. */
const byHand: [string, () => unknown, string, () => unknown][] = [
  [
    'COLLECTION_STRANGER',
    () => world.cloud.state.documents.set('operators', [{ _id: 'o_x', _openid: 'somebody' }]),
    '删除带 _openid 的文档',
    () => world.cloud.state.documents.clear(),
  ],
  [
    'FN_RUNTIME',
    () => Object.assign(functionNamed('api'), { runtime: 'Nodejs12.16' }),
    '删掉 api,再 npm run deploy',
    async () => {
      world.cloud.state.functions.delete('api')
      await world.deploy()
    },
  ],
  [
    'FN_ENV_FOREIGN',
    () => Object.assign(functionNamed('api').variables, { OWN: '1' }),
    '在云控制台删掉它们',
    () => delete functionNamed('api').variables.OWN,
  ],
  [
    'DOMAIN_STATUS',
    () => Object.assign(domain(), { status: 'PROCESSING' }),
    '等一会儿',
    () => Object.assign(domain(), { status: 'SUCCESS' }),
  ],
  [
    'DOMAIN_DNS',
    () => Object.assign(domain(), { dns: 'INVALID' }),
    'CNAME',
    () => Object.assign(domain(), { dns: 'OK' }),
  ],
  [
    'LAST_SWEEP',
    () => Object.assign(inside().health, { sweep: null }),
    '等 5 分钟',
    () => Object.assign(world.inside, { answer: healthy(Date.now()) }),
  ],
  [
    'LAST_SWEEP',
    () => Object.assign(inside().health.sweep, { late: true }),
    '看 sweep 的日志',
    () => Object.assign(inside().health.sweep, { late: false }),
  ],
  [
    'SWEEP_FAILED',
    () => Object.assign(inside().health.sweep, { failed: 'INTERNAL' }),
    'docs/operations.md',
    () => Object.assign(inside().health.sweep, { failed: null }),
  ],
  [
    'BACKLOG',
    () => Object.assign(inside().health.backlog[0] ?? {}, { count: 3, since: Date.now() - 3600_000 }),
    '看 sweep 的日志',
    () => Object.assign(inside().health.backlog[0] ?? {}, { count: 0, since: null }),
  ],
  [
    'VENDOR_REACH',
    () => Object.assign(inside().reach.vendors[0] ?? {}, { reached: null }),
    '203.0.113.7',
    () => Object.assign(world.inside, { answer: healthy(Date.now()) }),
  ],
  [
    'CLOCK',
    () => Object.assign(inside().reach.vendors[0] ?? {}, { reached: { ms: 40, ahead: -61_000 } }),
    '等一会儿',
    () => Object.assign(world.inside, { answer: healthy(Date.now()) }),
  ],
  [
    'CALLBACK_INSIDE',
    () => Object.assign(inside().reach.callback, { passes: false }),
    'CALLBACK_BASE_URL',
    () => Object.assign(inside().reach.callback, { passes: true }),
  ],
  [
    'HEALTH',
    () => Object.assign(world.inside, { answer: null }),
    'npm run deploy',
    () => Object.assign(world.inside, { answer: healthy(Date.now()) }),
  ],
]

test.each(byHand)(
  '%s is found, alone, and gone when its sentence was followed',
  async (code, breaks, says, mends) => {
    await breaks()
    const found = await world.examine()
    expect(found.map(each => each.code)).toEqual([code])
    expect(found[0]?.mend).toContain(says)
    await mends()
    expect(await world.examine()).toEqual([])
  },
)

/** What is wrong with what is to be deployed, with the account, or with this machine. */
const byCircumstance: [string, () => Partial<Deployment>, string][] = [
  ['CLOUD_CALLS_UNKNOWN', () => ({ wechat: null }), 'WECHAT_APPSECRET'],
  ['CERTIFICATE', () => ({ certificateEnds: async () => Date.now() + 20 * 24 * 3600_000 }), '更换证书'],
  ['EIP', () => ({ environment: { ...world.environment, fixedEgress: true } }), '固定出口 IP'],
  ['DOMAIN_DEFAULT', () => ({ environment: { ...world.environment, production: true } }), '绑定已备案的域名'],
  ['PROBE', () => ({ fetchText: async () => ({ status: 500, text: '' }) }), 'npm run deploy'],
  [
    'DOMAIN_UNKNOWN',
    () => ({ variables: { ...variables, CALLBACK_BASE_URL: 'https://hub.example.com/callback' } }),
    '改 CALLBACK_BASE_URL',
  ],
  ['CLOCK_HERE', () => ({ wechat: wechatOf(90_000) }), '自动对时'],
  ['WECHAT_40164', () => ({ wechat: wechatOf(0, new WeChatError(40164)) }), 'IP 白名单'],
  ['USAGE', () => ({ environment: planned({ readsPerDay: 1000 }) }), 'plan'],
  ['USAGE', () => ({ environment: planned({ callsPerMonth: 1000 }) }), 'plan'],
  ['OPERATOR', () => ({ variables: withoutCode() }), '设置 OPERATOR_SETUP_CODE 再部署'],
]

test.each(byCircumstance)('%s is found, alone', async (code, change, says) => {
  const { usage } = world.cloud.state
  usage.set('DbReadpkg', 900).set('FunctionInvocationpkg', 900)
  const found = await world.examine(change())
  expect([...new Set(found.map(each => each.code))]).toEqual([code])
  expect(found[0]?.mend).toContain(says)
})

test('a set-up code that is left when there is an owner is found', async () => {
  world.cloud.state.documents.set('operators', [{ _id: 'o_1', role: 'owner' }])
  expect((await world.examine()).map(({ code }) => code)).toEqual(['OPERATOR_CODE'])
  expect(await world.examine({ variables: withoutCode() })).toEqual([])
})

test.each([
  [{ envId: 'another-env' }, '检查 deploy/*.json 的 envId'],
  [{ status: 'UNAVAILABLE' }, '欠费'],
] as const)('ENV_EXISTS: %j', async (change, says) => {
  Object.assign(world.cloud.state, change)
  const failed = await world.deployment().catch(error => error)
  expect(failed).toBeInstanceOf(TargetError)
  expect(failed.mend).toContain(says)
})

test.each([
  [{ secret: 'another' }, 40125, '重置'],
  [{ appId: 'wxffffffffffffffff' }, 40013, 'appId'],
  [{ allowedIps: ['198.51.100.1'] }, 40164, '把本机 127.0.0.1 加进'],
  [{ mayConfigure: false }, 48001, '去掉 WECHAT_APPSECRET 再部署'],
])('WeChat refuses a deployer it does not know: %j → %d, and what to do', async (change, code, says) => {
  const { url } = world.cloud
  Object.assign(world.cloud.wechat, change)
  const wechat = createWeChatApi({ appId, envId, secret: 'sandbox-app-secret', url })
  const refused = { code, mend: expect.stringContaining(says) }
  await expect(wechat.cloudCallsOf('api')).rejects.toMatchObject(refused)
})

test('an environment of another mini-program is refused by WeChat', async () => {
  const wechat = createWeChatApi({ ...known, envId: 'another-env', url: world.cloud.url })
  await expect(wechat.cloudCallsOf('api')).rejects.toMatchObject({ mend: expect.stringContaining('envId') })
})

test('what nobody applied is not an error, and what was applied is read back', async () => {
  const { wechat } = world.account()
  expect(await wechat?.cloudCallsOf('callback')).toBeNull()
  await wechat?.applyCloudCalls('callback', ['wxacode.get'])
  expect(await wechat?.cloudCallsOf('callback')).toEqual(['wxacode.get'])
})

test('every code of the doctor is provoked in a test', () => {
  const forms = /code: '([A-Z_]+)'|'(?:create|change)',\s*'([A-Z_]+)'/g
  const sources = readdirSync('shipping/doctor', { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(path.join('shipping/doctor', file), 'utf8'))
  const codes = new Set(
    sources.flatMap(text => [...text.matchAll(forms)].map(([, one, other]) => one ?? other)),
  )
  const tested = ['doctor.test.ts', 'live.test.ts'].map(file =>
    readFileSync(path.join(__dirname, file), 'utf8'),
  )
  expect(codes.size).toBeGreaterThan(40)
  expect([...codes].filter(code => !tested.some(text => text.includes(`'${code}'`)))).toEqual([])
})

const withoutCode = (): Record<string, string> => {
  for (const { variables: given } of world.cloud.state.functions.values()) delete given.OPERATOR_SETUP_CODE
  const { OPERATOR_SETUP_CODE: _, ...rest } = variables
  return rest
}
const planned = (change: Partial<NonNullable<ShippingEnvironment['plan']>>): ShippingEnvironment => ({
  ...world.environment,
  plan: { readsPerDay: 1e9, writesPerDay: 1e9, callsPerMonth: 1e9, ...change },
})
const wechatOf = (ahead: number, error?: Error): WeChatApi => ({
  cloudCallsOf: async name => {
    if (error) throw error
    return JSON.parse(world.cloud.state.cloudCalls.get(name) ?? 'null')?.permissions.openapi ?? null
  },
  applyCloudCalls: async () => {},
  ahead: () => ahead,
})
