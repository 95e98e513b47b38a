import { collectionNames } from '../../cloudfunctions/platform/store'
import type { FreeState } from '../../sandbox/tencent/state'
import { readBuild } from '../../shipping/build'
import { appId, envId, type ShippedWorld, startShippedWorld, variables } from './shipped'

let world: ShippedWorld
beforeEach(async () => {
  world = await startShippedWorld()
})
afterEach(() => world.close())

const names = ['api', 'callback', 'server', 'sweep']
const buildOf = (release: string) => readBuild(world.built(release), names)
const functionNamed = (name: string) => {
  const found = world.cloud.state.functions.get(name)
  if (!found) throw new Error(`no function ${name}`)
  return found
}

/** Everything a deployment leaves, but for how busy a function is. */
function pictureOf(state: FreeState): unknown {
  return {
    collections: [...state.collections].map(([name, { acl, indexes }]) => [name, acl, indexes.length]).sort(),
    functions: [...state.functions].map(([name, each]) => [name, { ...each, busy: 0 }]).sort(),
    rest: [state.functionRule, state.domains, [...state.cloudCalls].sort(), state.storageAcl, state.hasLogs],
  }
}

test('from an empty environment to a working one; the second plan is empty', async () => {
  const first = await world.deploy()
  expect(first.said).toContain('✓ https://hub-test-1a2b3c.service.tcloudbase.com/callback/health 答对了')
  expect(first.said).toContain('已部署 deployed: 0.1.0+aaaaaaaaaaaa')
  expect(world.cloud.state.collections.size).toBe(collectionNames.length)
  expect([...world.cloud.state.functions.keys()].sort()).toEqual(names)
  for (const name of names) expect(functionNamed(name).variables).toEqual(variables)
  expect(functionNamed('sweep').triggers).toEqual([
    { name: 'sweep', cron: '0 */5 * * * * *', isEnabled: true },
  ])
  expect(JSON.parse(world.cloud.state.functionRule ?? '')).toMatchObject({ sweep: { invoke: false } })

  world.cloud.calls.length = 0
  const second = await world.deploy()
  expect(second.said).toContain('没有要改的 nothing to change')
  expect(second.said).not.toMatch(/^\s*[+~] /m)
  expect(
    world.cloud.calls.filter(
      call => !/^(Describe|List|Get|RunCommands|Invoke|\/cgi-bin|\/tcb\/get)/.test(call),
    ),
  ).toEqual([])
})

test('everything is closed before the first function, and the timer is the last thing made', async () => {
  await world.deploy()
  const { calls } = world.cloud
  const at = (action: string) => calls.indexOf(action)
  expect(calls.lastIndexOf('CreateTable')).toBeLessThan(at('CreateFunction'))
  expect(at('ModifyStorageSafeRule')).toBeLessThan(at('CreateFunction'))
  for (const action of [
    'CreateFunction',
    '/tcb/uploadfuncconfig',
    'ModifyResourcePermission',
    'CreateHTTPServiceRoute',
  ])
    expect(calls.lastIndexOf(action)).toBeLessThan(at('BatchCreateTrigger'))
})

test('a dry run plans against what is there and writes nothing', async () => {
  await world.deploy()
  world.cloud.calls.length = 0
  const changed = {
    build: buildOf('0.2.0+bbbbbbbbbbbb'),
    variables: { ...variables, LOOKUP_KEY: variables.SEAL_KEYS?.slice(3) ?? '' },
  }
  const { code, said } = await world.deploy({ dryRun: true }, changed)
  expect(code).toBe(0)
  expect(said).toContain('~ 代码 code  realname hub 0.1.0 aaaaaaaaaaaa→realname hub 0.2.0 bbbbbbbbbbbb')
  expect(said).toMatch(/~ LOOKUP_KEY {2}•••\([0-9a-f]{6}\)→•••\([0-9a-f]{6}\)/)
  for (const value of Object.values(variables)) expect(said.replaceAll(envId, '')).not.toContain(value)
  expect(world.cloud.calls.filter(call => /^(Create|Update|Modify|Batch|Delete)/.test(call))).toEqual([])
})

/** What somebody else has in the same environment, and set by hand on ours. */
function inhabit(state: FreeState): void {
  functionNamed('api').variables.OWN_VARIABLE = 'theirs'
  functionNamed('sweep').triggers.push({ name: 'own', cron: '0 0 3 * * * *', isEnabled: true })
  state.functionRule = JSON.stringify({
    '*': { invoke: true },
    other: { invoke: true },
    sweep: { invoke: true },
  })
  state.cloudCalls.set('api', JSON.stringify({ permissions: { openapi: ['wxacode.get'] } }))
}

test('what is only in the cloud is said, and kept: variables, rules, permissions, timers', async () => {
  await world.deploy()
  inhabit(world.cloud.state)
  const { said } = await world.deploy({}, { build: buildOf('0.2.0+bbbbbbbbbbbb') })
  expect(said).toContain('- OWN_VARIABLE  只在云端,保留(kept)')
  expect(said).toContain('- sweep.own  0 0 3 * * * *')
  expect(functionNamed('api').variables).toEqual({ ...variables, OWN_VARIABLE: 'theirs' })
  expect(
    functionNamed('sweep')
      .triggers.map(({ name }) => name)
      .sort(),
  ).toEqual(['own', 'sweep'])
  expect(JSON.parse(world.cloud.state.functionRule ?? '')).toEqual({
    '*': { invoke: true },
    other: { invoke: true },
    api: { invoke: "auth.loginType != 'ANONYMOUS' && auth != null" },
    callback: { invoke: false },
    server: { invoke: false },
    sweep: { invoke: false },
  })
  const { permissions } = JSON.parse(world.cloud.state.cloudCalls.get('api') ?? '')
  expect(permissions.openapi).toEqual(expect.arrayContaining(['wxacode.get', 'phonenumber.getPhoneNumber']))
})

test('killed before each single write of a first deployment and run again, it comes to the same end', async () => {
  await world.deploy()
  const end = pictureOf(world.cloud.state)
  const writes = world.cloud.calls.filter(call =>
    /^(CreateF|BatchC|ModifyR|CreateH|\/tcb\/up)/.test(call),
  ).length
  expect(writes).toBe(10)
  for (let writing = 1; writing <= writes; writing++) {
    forget(world.cloud.state)
    world.cloud.dieBefore(writing)
    const died = await world.deploy()
    expect([died.code, died.said]).toEqual([1, expect.stringContaining('还没有做 not done:')])
    world.cloud.dieBefore(Number.POSITIVE_INFINITY)
    await world.deploy()
    expect(pictureOf(world.cloud.state)).toEqual(end)
  }
})

test('killed before each single write of an upgrade and run again, it comes to the same end', async () => {
  const upgrade = { build: buildOf('0.2.0+bbbbbbbbbbbb'), variables: { ...variables, POLL_SECONDS: '5' } }
  await world.deploy()
  await world.deploy({}, upgrade)
  const end = pictureOf(world.cloud.state)
  // Of each function the code, then what is set.
  for (let writing = 1; writing <= 2 * names.length; writing++) {
    await world.deploy()
    for (const name of names) delete functionNamed(name).variables.POLL_SECONDS
    world.cloud.dieBefore(writing)
    expect((await world.deploy({}, upgrade)).code).toBe(1)
    world.cloud.dieBefore(Number.POSITIVE_INFINITY)
    await world.deploy({}, upgrade)
    expect(pictureOf(world.cloud.state)).toEqual(end)
  }
})

/** As set-up leaves it: its own kills have a test of their own. */
function forget(state: FreeState): void {
  state.functions.clear()
  state.cloudCalls.clear()
  state.functionRule = null
  for (const domain of state.domains) domain.routes = []
}

test('a function that could not be made is made anew', async () => {
  await world.deploy()
  functionNamed('callback').status = 'CreateFailed'
  const { said } = await world.deploy()
  expect(said).toContain('~ callback  CreateFailed→Active')
  expect(functionNamed('callback').status).toBe('Active')
})

test('the runtime of a function that exists is not changed, and that is said', async () => {
  await world.deploy()
  functionNamed('api').runtime = 'Nodejs16.13'
  const { said } = await world.deploy()
  expect(said).toContain('- runtime  Nodejs16.13,改不了')
})

test.each([
  ['a route that loses the path', { pathTransmission: false }, 'EnablePathTransmission false→true'],
  ['a route that asks for a login', { auth: true }, 'EnableAuth true→false'],
  ['a route that is switched off', { isEnabled: false }, 'Enable false→true'],
])('%s is mended', async (_, wrong, said) => {
  await world.deploy()
  const [route] = world.cloud.state.domains[0]?.routes ?? []
  Object.assign(route ?? {}, wrong)
  expect((await world.deploy()).said).toContain(said)
  expect(route).toMatchObject({ pathTransmission: true, auth: false, isEnabled: true })
})

test('when the probe is not answered by this build, it stops before the timer', async () => {
  const { code, said } = await world.deploy(
    {},
    { fetchText: async () => ({ status: 404, text: '{"code":404}' }) },
  )
  expect(code).toBe(1)
  expect(said).toContain('✗ HTTP 访问 route: 回调地址没有到达函数')
  expect(said).toContain('还没有做 not done: HTTP 访问 route;定时器 timer(最后 last);小程序 mini-program')
  expect(functionNamed('sweep').triggers).toEqual([])
})

test.each([
  [{ only: 'rules' as const }, ['ModifyResourcePermission'], ['UpdateFunctionCode', '/tcb/uploadfuncconfig']],
  [{ only: 'functions' as const }, ['UpdateFunctionCode'], ['ModifyResourcePermission']],
])('%j does its part and no other', async (options, done, undone) => {
  await world.deploy()
  inhabit(world.cloud.state)
  world.cloud.calls.length = 0
  await world.deploy(options, {
    build: buildOf(options.only === 'functions' ? '0.2.0+bbbbbbbbbbbb' : '0.1.0+aaaaaaaaaaaa'),
  })
  for (const action of done) expect(world.cloud.calls).toContain(action)
  for (const action of undone) expect(world.cloud.calls).not.toContain(action)
})

test.each([
  [false, null, false],
  [false, 'n', false],
  [false, 'y', true],
  [true, 'y', false],
  [true, envId, true],
])('production %j, answered %j: deployed %j', async (production, answer, isDeployed) => {
  const environment = { ...world.environment, production }
  const ask = answer === null ? null : async () => answer
  const { code } = await world.deploy({ yes: false, dryRun: false }, { environment }, ask)
  expect(code === 2).toBe(!isDeployed)
  expect(world.cloud.state.functions.size).toBe(isDeployed ? names.length : 0)
})

test('without an AppSecret the permissions are said to be left to a person', async () => {
  const { said } = await world.deploy({ dryRun: true }, { wechat: null })
  expect(said).toContain('! api  没有 WECHAT_APPSECRET')
  expect(appId).not.toBe('')
})
