import { createBatchWorld, creditCode, organizationName } from '../../test/support/batch-world'
import { allScopes, verified, withServer } from '../../test/support/server-world'
import { sweepBatches } from '../usecases/batch/sweepBatches'
import { deliver } from '../usecases/integration/deliver'

type BatchServer = Awaited<ReturnType<typeof makeWorld>>
const makeWorld = async () => withServer(await createBatchWorld())

let world: BatchServer

beforeEach(async () => {
  world = await makeWorld()
})

const administrator = { name: '测试员甲', mobile: '13800138000', idNumber: '110101199001010015' }
const row = (index: number) => ({
  name: organizationName(index),
  creditCode: creditCode(index),
  legalName: '测试员乙',
})
const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => row(first + index))

async function begin(body: object = { title: '十一月' }): Promise<string> {
  const { status, json } = await world.call('POST', '/batches', { body, idempotencyKey: 'batch-1' })
  expect(status).toBe(201)
  return json.id
}
const add = (id: string, rows: object[], idempotencyKey = 'rows-1') =>
  world.call('POST', `/batches/${id}/rows`, { body: { administrator, rows }, idempotencyKey })

test('organizations by the hundred: begun, filled in pages, sent, followed, with links to send on', async () => {
  const id = await begin()
  for (const [call, first] of [1, 201].entries()) {
    const { status, json, text } = await add(id, rowsFrom(first, first === 1 ? 200 : 100), `rows-${call}`)
    expect([status, json.items.length, json.items[0].number]).toEqual([201, first === 1 ? 200 : 100, first])
    expect(text.length).toBeLessThan(100 * 1024)
  }
  const before = await world.call('GET', `/batches/${id}`)
  expect(before.json).toMatchObject({ phase: 'draft', total: 300, faulty: 0, sendable: 300 })
  const submitted = await world.call('POST', `/batches/${id}/submit`, { body: { confirmed: true } })
  expect([submitted.status, submitted.json.phase]).toEqual([200, 'running'])
  expect(world.batches.registrations.flatMap(({ rows }) => rows)).toHaveLength(300)
  const again = await world.call('POST', `/batches/${id}/submit`, { body: { confirmed: true } })
  expect(again.json.code).toBe('NOTHING_TO_SUBMIT')
  expect(world.batches.registrations.flatMap(({ rows }) => rows)).toHaveLength(300)
  world.pass(60_000)
  await sweepBatches(world.deps, world.deps.clock() + 30_000)
  const first = await world.call('GET', `/batches/${id}/rows`, { query: { limit: '100', state: 'ready' } })
  expect(first.json.items).toHaveLength(100)
  const rest = await world.call('GET', `/batches/${id}/rows`, {
    query: { limit: '100', cursor: first.json.nextCursor },
  })
  expect(rest.json.items[0].number).toBe(101)
  const links = await world.call('GET', `/batches/${id}/links`)
  expect(links.json).toEqual({
    items: [
      {
        id: expect.any(String),
        rowId: null,
        rows: 300,
        administrator: { name: '测试**', mobile: '138****8000' },
        state: 'ready',
        url: 'https://long.example',
        shortUrl: 'https://short.example',
        expiresAt: '2023-11-21T22:13:20.000Z',
        leftOut: [],
      },
    ],
    nextCursor: null,
  })
  await world.call('GET', `/batches/${id}/links`)
  expect(world.batches.linkRequests).toHaveLength(1)
})

test('business systems are told how rows stand and that all have ended, in ids and states alone', async () => {
  const { secret } = await world.endpoint({ types: ['batch.row.updated', 'batch.finished'] })
  const id = await begin()
  await add(id, rowsFrom(1, 3))
  for (const index of [1, 2, 3]) world.batches.failures.set(organizationName(index), '企业三要素不通过')
  await world.call('POST', `/batches/${id}/submit`, { body: { confirmed: true } })
  for (let run = 0; run < 3; run++) {
    world.pass(10 * 60_000)
    await sweepBatches(world.deps, world.deps.clock() + 30_000)
  }
  const { json } = await world.call('GET', '/events', { query: { limit: '100' } })
  const told = json.items.map(({ type, data }: { type: string; data: { state?: string } }) => [
    type,
    data.state,
  ])
  expect(told.filter(([, state]: [string, string]) => state === 'rejected')).toHaveLength(3)
  const finished = json.items.filter(({ type }: { type: string }) => type === 'batch.finished')
  expect(finished).toMatchObject([{ data: { id, total: 3, rejected: 3, verified: 0 } }])
  await deliver(world.deps, world.deps.clock() + 30_000)
  expect(world.received.map(request => verified(secret, request))).toHaveLength(json.items.length)
  expect(world.received.map(({ body }) => body).join()).not.toContain('示例')
})

test('in perRow mode every row has its own link, page by page', async () => {
  const id = await begin({ title: '十一月', linkMode: 'perRow' })
  await add(id, rowsFrom(1, 3))
  await world.call('POST', `/batches/${id}/submit`, { body: { confirmed: true } })
  world.pass(60_000)
  await sweepBatches(world.deps, world.deps.clock() + 30_000)
  const page = await world.call('GET', `/batches/${id}/links`, { query: { limit: '2' } })
  expect(page.json.items.map((each: { state: string; rowId: string }) => [each.state, each.rowId])).toEqual([
    ['ready', `${id}_00001`],
    ['ready', `${id}_00002`],
  ])
  const next = await world.call('GET', `/batches/${id}/links`, { query: { cursor: page.json.nextCursor } })
  expect(next.json.items).toMatchObject([{ rowId: `${id}_00003`, url: expect.stringContaining('https://') }])
  expect(next.json.nextCursor).toBeNull()
})

test('what is at fault is told by row and column, without what was typed about the administrator', async () => {
  const id = await begin()
  const { status, json, text } = await add(id, [
    row(1),
    row(1),
    { name: organizationName(2), adminIdNumber: '1' },
  ])
  expect(status).toBe(201)
  expect(
    json.items.map(({ issues }: { issues: { column: string }[] }) => issues.map(({ column }) => column)),
  ).toEqual([
    expect.arrayContaining(['name', 'creditCode']),
    expect.arrayContaining(['name', 'creditCode']),
    expect.arrayContaining(['creditCode', 'adminIdNumber']),
  ])
  expect(json.batch).toMatchObject({ total: 3, faulty: 3, sendable: 0 })
  for (const issue of json.items.flatMap(({ issues }: { issues: object[] }) => issues))
    expect(Object.keys(issue)).toEqual(['column', 'code', 'other'])
  expect(text).not.toContain(administrator.idNumber)
  expect(text).not.toContain(administrator.mobile)
})

test('the same key adds the same rows once, wherever the first try died', async () => {
  const id = await begin()
  const { insertMany } = world.deps.store
  world.deps.store.insertMany = async (collection, documents) => {
    // Some of them are there already: a page that broke off.
    await insertMany(collection, documents.slice(0, 2))
    throw new Error('killed')
  }
  expect((await add(id, rowsFrom(1, 5))).status).toBe(500)
  world.deps.store.insertMany = insertMany
  world.pass(100_000)
  const made = await add(id, rowsFrom(1, 5))
  expect([made.status, made.json.batch.total]).toEqual([201, 5])
  expect(made.json.items.map(({ name }: { name: string }) => name)).toEqual(
    rowsFrom(1, 5).map(({ name }) => name),
  )
  expect((await add(id, rowsFrom(1, 5))).text).toBe(made.text)
  expect((await add(id, rowsFrom(1, 4))).json.code).toBe('IDEMPOTENCY_KEY_REUSED')
  expect(world.store.all('batch_rows')).toHaveLength(5)
})

test('two calls at the same moment get rows of their own', async () => {
  const id = await begin()
  await Promise.all([add(id, rowsFrom(1, 20), 'a'), add(id, rowsFrom(21, 20), 'b')])
  const { json } = await world.call('GET', `/batches/${id}/rows`, { query: { limit: '100' } })
  expect(json.items).toHaveLength(40)
  expect(new Set(json.items.map(({ number }: { number: number }) => number)).size).toBe(40)
  expect((await world.call('GET', `/batches/${id}`)).json).toMatchObject({ total: 40, faulty: 0 })
})

test('no more rows than a batch may have, no row beyond a page, no unknown column', async () => {
  const id = await begin()
  for (let call = 0; call < 5; call++) await add(id, rowsFrom(call * 200 + 1, 200), `rows-${call}`)
  const one = await add(id, [row(1001)], 'rows-5')
  expect([one.status, one.json.code]).toEqual([400, 'TOO_MANY_ROWS'])
  expect((await add(id, rowsFrom(1, 201), 'rows-6')).json.code).toBe('BODY_INVALID')
  expect((await add(id, [{ ...row(1), bankCard: '1' }], 'rows-7')).json.code).toBe('BODY_INVALID')
  expect(world.store.all('batch_rows')).toHaveLength(1000)
})

test('only a key with the scope, only batches that are there', async () => {
  const id = await begin()
  const { key } = await world.newKey(allScopes.filter(scope => scope !== 'batch'))
  const refused = await world.call('POST', `/batches/${id}/submit`, { body: { confirmed: true }, key })
  expect([refused.status, refused.json.code]).toEqual([403, 'SCOPE_MISSING'])
  expect((await world.call('GET', `/batches/${id}/links`, { key })).json.code).toBe('SCOPE_MISSING')
  expect((await world.call('GET', `/batches/${id}`, { key })).status).toBe(200)
  const other = `b_${'0'.repeat(32)}`
  for (const [method, path] of [
    ['GET', `/batches/${other}`],
    ['GET', `/batches/${other}/rows`],
    ['GET', `/batches/${other}/links`],
  ] as const)
    expect((await world.call(method, path)).json.code).toBe('NOT_FOUND')
})
