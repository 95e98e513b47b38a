import fs from 'node:fs'
import path from 'node:path'
import { prepareCloud } from '../prepare'
import { InvocationError } from './errors'
import { cleanUp, grant, inFunction, startTestCloud, type TestCloud } from './testing/cloud'

let cloud: TestCloud
const sweep = { triggers: [{ name: 'sweep', type: 'timer', config: '0 0 0 1 1 * *' }] }

beforeAll(async () => {
  process.env.PARENT_SECRET = 'must not leak'
  cloud = await startTestCloud(
    [
      { name: 'plain', fixture: 'plain' },
      { name: 'single', fixture: 'plain' },
      { name: 'slow', fixture: 'plain', timeoutSeconds: 0.2 },
      { name: 'sweep', fixture: 'plain', config: sweep },
      {
        name: 'sdk',
        fixture: 'sdk',
        config: { permissions: { openapi: ['wxacode.getUnlimited'] }, ...sweep },
      },
      { name: 'undeclared', fixture: 'sdk' },
    ],
    { env: { OWN_KEY: 'own value' }, concurrency: 1 },
  )
})
afterAll(async () => {
  delete process.env.PARENT_SECRET
  await cleanUp()
})

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${cloud.url}${url}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  })

test('a changed setting is seen by every call that begins afterwards', async () => {
  const seen = async () => (await envOf()).OWN_KEY
  const envOf = async () => (await cloud.invoke('plain', { do: 'env' })) as Record<string, string>
  expect(await seen()).toBe('own value')
  // One call is under way: its instance must not serve another.
  const under = cloud.invoke('plain', { do: 'exclusive', ms: 300 })
  await new Promise(resolve => setTimeout(resolve, 100))
  cloud.changeSettings({ OWN_KEY: 'another' })
  await under
  expect([cloud.setting('OWN_KEY'), await seen()]).toEqual(['another', 'another'])
  cloud.changeSettings({ OWN_KEY: 'own value' })
  expect(() => cloud.changeSettings({ OWN_KEY: 'x'.repeat(5000) })).toThrow('environment variables')
  expect(await seen()).toBe('own value')
})

describe('a call over /invoke', () => {
  test('gives the result as JSON', async () => {
    const response = await post('/invoke/plain', { a: 1 }, { 'x-wx-openid': 'o-1' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ event: { a: 1, userInfo: { openId: 'o-1' } } })
  })

  test('without openid has no user at all, even a claimed one', async () => {
    const response = await post('/invoke/plain', { userInfo: { openId: 'o-forged' } })
    expect(await response.json()).toEqual({ event: {}, context: expect.anything() })
    expect(await cloud.invoke('plain', { userInfo: 1 })).toEqual({ event: {}, context: expect.anything() })
    expect(await inFunction(cloud, {})(({ cloud: sdk }) => sdk.getWXContext())).toEqual({})
  })

  test('undefined arrives as null', async () => {
    expect(await cloud.invoke('plain', { do: 'nothing' })).toBeNull()
  })

  test.each([
    ['an unknown function', '/invoke/nobody', {}, 404, -501000],
    ['a function that throws', '/invoke/plain', { do: 'throw' }, 500, -504002],
    ['a result that is no JSON', '/invoke/plain', { do: 'circular' }, 500, -504002],
    ['a result of more than 1 MB', '/invoke/plain', { do: 'big', bytes: 1024 * 1024 - 1 }, 500, -604001],
    ['a process that exits', '/invoke/plain', { do: 'exit' }, 500, -504002],
    ['a rejection nobody handles', '/invoke/plain', { do: 'reject' }, 500, -504002],
  ])('%s fails', async (_what, url, event, status, errCode) => {
    const response = await post(url, event)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ errCode, errMsg: expect.any(String) })
  })

  test('a result of exactly 1 MB passes', async () => {
    const text = await cloud.invoke('plain', { do: 'big', bytes: 1024 * 1024 - 2 })
    expect(String(text)).toHaveLength(1024 * 1024 - 2)
  })

  test.each(['no json', '[1]', '"text"', ''])('the body %j is refused', async body => {
    expect((await post('/invoke/plain', body)).status).toBe(400)
  })

  test('a mini-program sends 100 KB with a call, and no more', async () => {
    const most = 100 * 1024 - JSON.stringify({ text: '' }).length
    expect((await post('/invoke/plain', { text: 'x'.repeat(most) })).status).toBe(200)
    const refused = await post('/invoke/plain', { text: 'x'.repeat(most + 1) })
    expect([refused.status, await refused.json()]).toEqual([413, { errMsg: 'Error:data exceed max size' }])
  })

  test.each(['hang', 'loop'])('a function that %ss is stopped at its time-out', async behaviour => {
    const response = await post('/invoke/slow', { do: behaviour })
    expect(response.status).toBe(504)
    expect(await response.text()).toMatch(/Invoking task timed out after 0.2 seconds/)
  })

  test('a failed instance is replaced', async () => {
    await expect(cloud.invoke('plain', { do: 'exit' })).rejects.toThrow(InvocationError)
    expect(await cloud.invoke('plain', { do: 'state' })).toEqual({ calls: 1, left: 0 })
  })
})

describe('an instance', () => {
  test('serves one call at a time', async () => {
    const seen = await Promise.all([1, 2, 3, 4].map(() => cloud.invoke('single', { do: 'exclusive' })))
    expect(seen).toEqual([1, 1, 1, 1])
  })

  test('serves one call at a time when there are several', async () => {
    const pair = await startTestCloud([{ name: 'plain', fixture: 'plain' }], { concurrency: 2 })
    const round = () => Promise.all([1, 2, 3, 4].map(() => pair.invoke('plain', { do: 'exclusive' })))
    await round()
    expect(await round()).toEqual([1, 1, 1, 1])
  })

  test('is one of at most `concurrency`; further calls wait', async () => {
    const calls = Array.from({ length: 6 }, () => cloud.invoke('single', { do: 'env' }))
    const instances = (await Promise.all(calls)).map(
      env => (env as Record<string, string>).TENCENTCLOUD_SESSIONTOKEN,
    )
    expect(new Set(instances).size).toBe(1)
  })

  test('is used again', async () => {
    const before = (await cloud.invoke('single', { do: 'state' })) as { calls: number }
    const after = (await cloud.invoke('single', { do: 'state' })) as { calls: number }
    expect(after.calls).toBe(before.calls + 1)
  })

  test('sees the platform block and its own variables, nothing of this process', async () => {
    const env = (await cloud.invoke('plain', { do: 'env' }, { openid: 'o-1', unionid: 'u-1' })) as object
    expect(Object.keys(env).sort()).toEqual([
      'OWN_KEY',
      'SCF_NAMESPACE',
      'TCB_CONTEXT_CNFG',
      'TCB_ENV',
      'TCB_SOURCE',
      'TENCENTCLOUD_REGION',
      'TENCENTCLOUD_RUNENV',
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
      'TENCENTCLOUD_SESSIONTOKEN',
      'WX_API_TOKEN',
      'WX_APPID',
      'WX_CLIENTIP',
      'WX_CONTEXT_KEYS',
      'WX_OPENID',
      'WX_UNIONID',
    ])
  })

  test('keeps nothing of one caller for the next', async () => {
    await cloud.invoke('plain', { do: 'env' }, { openid: 'o-first', unionid: 'u-first' })
    const env = await cloud.invoke('plain', { do: 'env' })
    expect(Object.keys(env as object).filter(name => name.startsWith('WX_'))).toEqual([])
  })

  test('stands still between calls: work left behind does not go on', async () => {
    await cloud.invoke('single', { do: 'leaveWork' })
    // Time in which the work left behind would be done, did the instance not stand still.
    await new Promise(resolve => setTimeout(resolve, 50))
    const { left } = (await cloud.invoke('single', { do: 'state' })) as { left: number }
    expect(left).toBe(0)
  })

  test('has its output forwarded line by line', async () => {
    cloud.log.length = 0
    await cloud.invoke('plain', { do: 'print' })
    expect(cloud.log).toEqual([
      'plain stdout first line',
      'plain stdout second line',
      'plain stderr to stderr',
    ])
  })

  test('is told about its function', async () => {
    expect(await cloud.invoke('plain', {})).toMatchObject({
      context: { function_name: 'plain', time_limit_in_ms: 20000, namespace: 'sandbox-env' },
    })
  })
})

describe('a rebuilt bundle', () => {
  const rewrite = (version: number) =>
    fs.writeFileSync(
      path.join(cloud.functionsDir, 'single', 'index.js'),
      `exports.main = () => 'version ${version}'`,
    )

  test('is used by the next call', async () => {
    rewrite(1)
    expect(await cloud.invoke('single', {})).toBe('version 1')
    rewrite(22)
    expect(await cloud.invoke('single', {})).toBe('version 22')
  })

  test('that is missing for a moment leaves the loaded instances at work', async () => {
    rewrite(3)
    await cloud.invoke('single', {})
    fs.rmSync(path.join(cloud.functionsDir, 'single', 'index.js'))
    expect(await cloud.invoke('single', {})).toBe('version 3')
    cloud.reload()
    await expect(cloud.invoke('single', {})).rejects.toThrow(/no bundle/)
  })

  test('that does not load fails the call and says why', async () => {
    fs.writeFileSync(path.join(cloud.functionsDir, 'single', 'index.js'), 'throw new Error("cannot load")')
    await expect(cloud.invoke('single', {})).rejects.toThrow(/cannot load/)
    fs.writeFileSync(path.join(cloud.functionsDir, 'single', 'index.js'), 'exports.other = 1')
    await expect(cloud.invoke('single', {})).rejects.toThrow(/exports no main/)
  })
})

describe('a timer run', () => {
  test('gets the timer event and no user', async () => {
    const response = await post('/timer/sweep', '')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'sweep', Time: expect.stringMatching(/Z$/), Message: '' },
    })
    expect(await cloud.fireTimer('sweep')).not.toHaveProperty('event.userInfo')
  })

  test('a function without trigger has none to fire', async () => {
    expect((await post('/timer/plain', '')).status).toBe(404)
    await expect(cloud.fireTimer('plain')).rejects.toThrow(/no timer trigger/)
  })

  test('the schedule fires by itself', async () => {
    const everySecond = { triggers: [{ name: 'tick', type: 'timer', config: '* * * * * * *' }] }
    const ticking = await startTestCloud([{ name: 'tick', fixture: 'plain', config: everySecond }], {
      timers: true,
    })
    while (ticking.traffic.length === 0) await new Promise(resolve => setTimeout(resolve, 20))
    expect(ticking.traffic[0]).toMatchObject({ function: 'tick', trigger: 'timer', ok: true })
  })
})

describe('openapi permissions', () => {
  const code = `({ cloud }) => cloud.openapi.wxacode.getUnlimited({ scene: 'a' }).then(({ errCode }) => errCode, error => error.errCode)`

  test('a declared API answers a WeChat caller', async () => {
    expect(await cloud.invoke('sdk', { code }, { openid: 'o-1' })).toBe(0)
  })

  test('an API that was not granted is refused, whatever config.json declares, until the local world is prepared', async () => {
    expect(await cloud.invoke('undeclared', { code }, { openid: 'o-1' })).toBe(-604101)
    grant(cloud, 'sdk', [])
    expect(await cloud.invoke('sdk', { code }, { openid: 'o-1' })).toBe(-604101)
    await prepareCloud(cloud)
    expect(await cloud.invoke('sdk', { code }, { openid: 'o-1' })).toBe(0)
  })

  test('a caller without openid has no token', async () => {
    expect(await cloud.invoke('sdk', { code })).toBe(-604104)
  })
})

describe('the traffic log', () => {
  test('has one entry a call, without bodies or openids', async () => {
    cloud.traffic.length = 0
    await cloud.invoke('plain', { action: 'startVerification', name: '张三' }, { openid: 'o-secret' })
    await cloud.invoke('plain', { action: 5, do: 'throw' }, { openid: 'o-secret' }).catch(() => {})
    expect(cloud.traffic).toEqual([
      { function: 'plain', trigger: 'client', action: 'startVerification', ms: expect.any(Number), ok: true },
      { function: 'plain', trigger: 'client', ms: expect.any(Number), ok: false, errorCode: -504002 },
    ])
  })

  test('has one entry a refused gateway request', async () => {
    cloud.traffic.length = 0
    await cloud.invoke(
      'sdk',
      { code: '({ db }) => db.collection("absent").get().catch(() => 0)' },
      { openid: 'o' },
    )
    expect(cloud.traffic[0]).toEqual({
      function: 'sdk',
      trigger: 'client',
      action: 'database.getDocument',
      ms: expect.any(Number),
      ok: false,
      errorCode: 'DATABASE_COLLECTION_NOT_EXIST',
    })
  })
})

describe('pages', () => {
  test.each([
    ['http://127.0.0.1:8686', 'http://127.0.0.1:8686'],
    ['http://localhost:8686', 'http://localhost:8686'],
    ['https://evil.example', null],
    ['http://127.0.0.1.evil.example', null],
  ])('a page from %s gets the permission %s', async (origin, allowed) => {
    const response = await fetch(`${cloud.url}/invoke/plain`, { method: 'OPTIONS', headers: { origin } })
    expect(response.headers.get('access-control-allow-origin')).toBe(allowed)
  })
})

describe('phone codes over HTTP', () => {
  test('a number gives a code, anything else is refused', async () => {
    const response = await post('/__sandbox/phone-code', { phoneNumber: '13800000000' })
    expect(await response.json()).toEqual({ code: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await post('/__sandbox/phone-code', { phoneNumber: 5 })).status).toBe(400)
    expect((await post('/__sandbox/other', {})).status).toBe(404)
  })
})
