import { type Fake, logEntry, startFake } from './test-support'
import { type CloudCall, readTraffic } from './traffic'

const AT = Date.UTC(2026, 10, 22, 3, 0, 0)
const iso = (offset: number) => new Date(AT + offset).toISOString()
const call = (id: number, offset: number, more: Partial<CloudCall> = {}): CloudCall => ({
  id,
  at: AT + offset,
  function: 'api',
  trigger: 'client',
  action: 'verification.start',
  ms: 0,
  ok: true,
  ...more,
})

let vendor: Fake | undefined
afterEach(() => vendor?.close())

async function read(entries: unknown[], calls: CloudCall[] = [], since = '') {
  vendor = await startFake({ 'GET /__sandbox/log': { body: { entries } } })
  const vendors = [{ id: 'qiyuesuo', name: '契约锁', url: vendor.url, orders: { errors: [], paths: [] } }]
  return readTraffic({ vendors, cloudTraffic: () => calls }, since)
}

it('orders all sources by the time at which a call began, not at which it was over', async () => {
  const { rows } = await read(
    [logEntry(1, iso(50), { ms: 20 }), logEntry(2, iso(300), { ms: 100 })],
    [call(1, 90, { ms: 80 }), call(2, 190, { ms: 10, function: 'callback', trigger: 'http' })],
  )

  expect(rows.map(row => [row.key, row.at - AT])).toEqual([
    ['cloud-1', 10],
    ['qiyuesuo-1', 30],
    ['cloud-2', 180],
    ['qiyuesuo-2', 200],
  ])
})

it('gives a cursor per source, which the next reading goes on from', async () => {
  const first = await read([logEntry(7, iso(0))], [call(4, 0)])
  await vendor?.close()
  const second = await read([], [call(4, 0), call(5, 1)], first.cursor)

  expect(first.cursor).toBe('qiyuesuo:7,cloud:4')
  expect(second.rows.map(row => row.key)).toEqual(['cloud-5'])
  expect(second.cursor).toBe('qiyuesuo:7,cloud:5')
})

it('begins anew with a cursor that is none', async () => {
  expect((await read([], [call(1, 0)], 'x,cloud:abc,:3')).rows).toHaveLength(1)
})

it('tells who calls: a browser is the phone, anything else a function', async () => {
  const { rows } = await read([
    logEntry(1, iso(0), { headers: { 'sec-fetch-mode': 'navigate' } }),
    logEntry(2, iso(1), { headers: { 'x-qys-open-nonce': 'n' } }),
  ])
  expect(rows.map(row => [row.from, row.to])).toEqual([
    ['phone', 'qiyuesuo'],
    ['functions', 'qiyuesuo'],
  ])
})

it('shows a callback as a call to the function, with long steps of its path cut', async () => {
  const { rows } = await read([
    logEntry(1, iso(0), {
      direction: 'out',
      path: 'http://127.0.0.1:8690/http/callback/qiyuesuo/v_0123456789abcdef0123456789abcdef/1/0123456789abcdef0123456789abcdef',
    }),
  ])
  expect(rows[0]).toMatchObject({
    from: 'qiyuesuo',
    to: 'callback',
    what: 'POST /http/callback/qiyuesuo/v_012345…/1/01234567…',
  })
})

it('shows the name of an action whole, and its code of failure', async () => {
  const { rows } = await read([
    logEntry(1, iso(0), {
      path: '/CreateBatchOrganizationRegistrationTasks',
      answer: { Response: { Error: { Code: 'RequestLimitExceeded', Message: 'x' }, RequestId: 'r' } },
    }),
  ])
  expect(rows[0]).toMatchObject({
    what: 'POST /CreateBatchOrganizationRegistrationTasks',
    code: 'RequestLimitExceeded',
    failed: true,
  })
})

it('tells who fired a function', async () => {
  const { rows } = await read(
    [],
    [
      call(1, 0),
      call(2, 1, { function: 'callback', trigger: 'http' }),
      call(3, 2, { function: 'sweep', trigger: 'timer' }),
      call(4, 3, { trigger: 'function' }),
    ],
  )
  expect(rows.map(row => [row.from, row.to])).toEqual([
    ['phone', 'api'],
    ['http', 'callback'],
    ['timer', 'sweep'],
    ['functions', 'api'],
  ])
})

it('shows a failed call to the database as a call of the function', async () => {
  const failed = { action: 'database.getDocument', ok: false, errorCode: 'DATABASE_COLLECTION_NOT_EXIST' }
  const { rows } = await read([], [call(1, 0, { ...failed, function: 'sweep', trigger: 'timer' })])
  expect(rows[0]).toMatchObject({ from: 'sweep', to: 'platform', what: 'database.getDocument', failed: true })
})

it.each([
  { entry: { status: null, answer: null }, status: null, failed: true, code: undefined },
  { entry: { status: 503, answer: null }, status: 503, failed: true, code: undefined },
  { entry: { answer: { code: 1002 } }, status: 200, failed: true, code: '1002' },
  { entry: { answer: { code: '0' } }, status: 200, failed: false, code: undefined },
  {
    entry: { answer: { Response: { Error: { Code: 'AuthFailure' } } } },
    status: 200,
    failed: true,
    code: 'AuthFailure',
  },
])('reads $entry as status $status, failed $failed, code $code', async ({ entry, status, failed, code }) => {
  const { rows } = await read([logEntry(1, iso(0), entry)])
  expect([rows[0]?.status, rows[0]?.failed, rows[0]?.code]).toEqual([status, failed, code])
})

it('shows the code of a function that failed', async () => {
  const { rows } = await read([], [call(1, 0, { ok: false, errorCode: '-504002' })])
  expect([rows[0]?.status, rows[0]?.failed]).toEqual(['-504002', true])
})

it('leaves out what is no log entry', async () => {
  expect((await read([null, 'x', { at: 1 }])).rows).toEqual([])
})

it('shows what the mini-program asked and was answered, and a refusal by its code', async () => {
  const asked = { action: 'config.get', input: {} }
  const answered = { ok: false, error: { code: 'BUSY' } }
  const { rows } = await read([], [call(1, 10, { function: 'api', trigger: 'client', asked, answered })])
  expect(rows[0]).toMatchObject({
    from: 'phone',
    to: 'api',
    status: 'BUSY',
    failed: true,
    detail: { body: asked, answer: answered },
  })
})
