import { ask } from '../kit/test-support'
import { ADMIN, type Json, PNG, row, startTestSimulator, type TestSimulator } from './test-support'

let simulator: TestSimulator
beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.close())

const CREATE = '/CreateBatchOrganizationRegistrationTasks'
const order = (body: Json) => simulator.control('POST', 'next', body)
const submissions = async () => {
  const { tasks } = (await simulator.control('GET', 'tasks')).body
  return Array.isArray(tasks) ? tasks.length : -1
}

describe('orders are by action', () => {
  test('a dropped answer hides an accepted submission', async () => {
    await order({ path: CREATE, drop: 'after', times: 1 })
    expect(await simulator.statusOf('别家公司')).toMatchObject({ AuthStatus: 0 })
    await expect(simulator.submit([row()])).rejects.toThrow()
    expect(await submissions()).toBe(1)
    expect(await simulator.submit([row()])).toMatchObject({ ErrorMessages: [''] })
    expect(await submissions()).toBe(2)
  })

  test('a dropped request leaves nothing', async () => {
    await order({ path: CREATE, drop: 'before' })
    await expect(simulator.submit([row()])).rejects.toThrow()
    expect(await submissions()).toBe(0)
  })

  test('an error is answered in the form of the vendor', async () => {
    await order({ path: CREATE, error: { code: 'InternalError.System', message: '系统错误，请稍后重试。' } })
    expect(await simulator.submit([row()])).toEqual({
      Error: { Code: 'InternalError.System', Message: '系统错误，请稍后重试。' },
      RequestId: expect.any(String),
    })
    expect(await submissions()).toBe(0)
  })

  test('an error may come with another HTTP status', async () => {
    await order({ path: CREATE, error: { httpStatus: 502, code: 'InternalError', message: 'x' } })
    const answer = await ask(simulator.url, 'POST', '/', {}, { 'x-tc-action': CREATE.slice(1) })
    expect(answer.status).toBe(502)
  })

  test('garbage is no JSON', async () => {
    await order({ path: CREATE, garbage: true })
    await expect(simulator.submit([row()])).rejects.toThrow()
  })

  test('an answer can be slow', async () => {
    await order({ path: CREATE, latencyMs: 60 })
    const startedAt = performance.now()
    await simulator.submit([row()])
    expect(performance.now() - startedAt).toBeGreaterThan(55)
  })
})

describe('the log', () => {
  const log = async () => (await simulator.control('GET', 'log')).body

  test('counts by action', async () => {
    await simulator.submit([row()])
    await simulator.submit([row(1)])
    await simulator.statusOf('别家公司')
    await ask(simulator.url, 'POST', '/', {}, {})
    expect((await log()).counts).toEqual({
      [`POST ${CREATE}`]: 2,
      'POST /DescribeOrganizationAuthStatus': 1,
      'POST /': 1,
    })
  })

  test('shows no person, file, key or signature', async () => {
    const file = PNG.toString('base64')
    const rows = await simulator.batch([
      row(0, { BusinessLicense: file, AuthorizationTypes: [1], PowerOfAttorneys: [file] }),
    ])
    const { AuthUrl } = await simulator.link(rows, { ...ADMIN, Endpoint: 'APP' })
    const http = await simulator.link(rows, { Endpoint: 'HTTP' })
    const short = await simulator.link(rows, { Endpoint: 'HTTP_SHORT_URL' })
    const page = await simulator.enter(String(AuthUrl))
    await page.press('passAll')
    await simulator.open(String(http.AuthUrl))
    await simulator.open(String(short.AuthUrl))
    const person = { Name: '钱小六', IdCardNumber: '11010119900307002X', Mobile: '+8613600000000' }
    await simulator.api('CreateUserVerifyUrl', person)
    await simulator.api('DeleteOrganizationAuthorizations', {
      AdminName: '李小四',
      AdminMobile: '13900000000',
    })
    const text = JSON.stringify((await log()).entries)
    const key = /shortKey=(\w+)/
    const secrets = [
      ...Object.values(ADMIN),
      ...Object.values(person),
      '王小二',
      file,
      key.exec(String(AuthUrl))?.[1] ?? 'x',
      key.exec(String(http.AuthUrl))?.[1] ?? 'x',
      String(short.AuthUrl).split('/').at(-1) ?? 'x',
      page.session,
      'Credential=',
    ]
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(text).toContain('示例第1科技有限公司')
  })

  test('keeps the codes of errors, and no body that is not JSON', async () => {
    await ask(simulator.url, 'POST', '/', 'AdminMobile=13900000000', { 'x-tc-action': 'CreateUserVerifyUrl' })
    const { entries } = await log()
    expect(entries).toMatchObject([
      {
        path: '/CreateUserVerifyUrl',
        body: '<23 characters, no JSON>',
        answer: { Response: { Error: { Code: 'MissingParameter' } } },
        note: expect.stringContaining('MissingParameter'),
      },
    ])
  })
})

test('a reset forgets everything but what was bought and saved', async () => {
  await simulator.batch()
  await simulator.control('POST', 'running-shape', { shape: 'rows' })
  await simulator.control('POST', 'rows', { organizationName: 'x', outcome: 'pass' })
  expect((await simulator.control('POST', 'reset')).body).toEqual({ ok: true })
  expect(await submissions()).toBe(0)
  expect((await simulator.control('GET', 'organizations')).body).toEqual({ organizations: [] })
  expect((await simulator.control('GET', 'rows')).body).toEqual({ rows: [] })
  expect((await simulator.control('GET', 'configuration')).body).toEqual({
    callbackUrl: null,
    realNamePackage: true,
    runningShape: 'empty',
  })
})

test.each([
  ['POST', 'act', { action: 'pass' }, 400],
  ['POST', 'act', { subTaskId: 'x', organizationName: 'y', action: 'pass' }, 400],
  ['POST', 'act', { subTaskId: 'x', action: 'pass' }, 404],
  ['POST', 'rows', { organizationName: 'x', outcome: 'maybe' }, 400],
  ['POST', 'reassign', { organizationName: 'x' }, 404],
  ['POST', 'running-shape', { shape: 'round' }, 400],
  ['POST', 'package', {}, 400],
  ['GET', 'nothing', undefined, 404],
])('control refuses %s %s %o', async (method, path, body, status) => {
  expect((await simulator.control(method, path, body)).status).toBe(status)
})

test('the list of links keeps keys to itself', async () => {
  const { AuthUrl } = await simulator.link(await simulator.batch(), { Endpoint: 'APP' })
  const { body } = await simulator.control('GET', 'links')
  expect(body.links).toMatchObject([{ kind: 'batch', organizations: ['示例第1科技有限公司'] }])
  expect(JSON.stringify(body)).not.toContain(String(AuthUrl))
})

test('what is not simulated is 404', async () => {
  expect((await ask(simulator.url, 'POST', '/other', {})).status).toBe(404)
})

test('the overview lists organizations and links', async () => {
  await simulator.link(await simulator.batch())
  const markup = await (await fetch(simulator.url)).text()
  expect(markup).toContain('示例第1科技有限公司')
  expect(markup).toContain('/cdn/h5-activity-dev/jump-mp.html')
})
