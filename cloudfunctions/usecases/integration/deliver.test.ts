import { createServerWorld, type ServerWorld, verified } from '../../../test/support/server-world'
import type { Happening } from '../../domain/integration/happenings'
import { deliver } from './deliver'
import { replay } from './deliveries'
import { tell } from './tell'

let world: ServerWorld
let count = 0

beforeEach(async () => {
  world = await createServerWorld()
  count = 0
})

const minute = 60_000
const hour = 60 * minute
const happening = (changes: Partial<Happening> = {}): Happening => ({
  source: `row-${++count}`,
  type: 'verification.verified',
  subjectId: 'v_1',
  at: world.deps.clock(),
  data: { id: 'v_1', state: 'verified', bizId: 'order-7' },
  ...changes,
})
const run = () => deliver(world.deps, world.deps.clock() + 20_000)
const deliveries = () => world.store.all('deliveries')
const answering = (status: number, retryAfter?: string) => () => ({ status, retryAfter })

test('the published client verifies what arrives', async () => {
  const { secret } = await world.endpoint()
  await tell(world.deps, [happening()])
  expect(await run()).toEqual({ delivered: 1, undelivered: 0 })
  const [sent] = world.received
  if (!sent) throw new Error('nothing was sent')
  expect(verified(secret, sent)).toEqual({
    id: expect.stringMatching(/^evt_/),
    type: 'verification.verified',
    timestamp: '2023-11-14T22:13:20.000Z',
    data: { id: 'v_1', state: 'verified', bizId: 'order-7' },
  })
  expect(sent.headers['webhook-id']).toMatch(/^evt_[0-9a-f]{32}$/)
  expect(sent.headers['content-type']).toBe('application/json')
  expect(await run()).toEqual({ delivered: 0, undelivered: 0 })
  expect(deliveries()).toMatchObject([
    { state: 'delivered', dueAt: null, tries: [{ status: 200, failure: null }] },
  ])
})

test('an endpoint gets the types it asked for, and none while it is off', async () => {
  const { id } = await world.endpoint({ types: ['invitation.opened'] })
  await tell(world.deps, [happening(), happening({ type: 'invitation.opened' })])
  expect(deliveries()).toHaveLength(1)
  await world.call('PATCH', `/webhook-endpoints/${id}`, { body: { active: false } })
  await tell(world.deps, [happening({ type: 'invitation.opened' })])
  expect(deliveries()).toHaveLength(1)
  expect(world.store.all('events')).toHaveLength(3)
})

test('told twice is one event and one delivery', async () => {
  await world.endpoint()
  const same = happening()
  await tell(world.deps, [same])
  await run()
  await tell(world.deps, [same])
  await run()
  expect(world.received).toHaveLength(1)
})

test('while a secret is being replaced both verify, a day later only the new one', async () => {
  const { id, secret } = await world.endpoint()
  const { json } = await world.call('POST', `/webhook-endpoints/${id}/rotate-secret`)
  await tell(world.deps, [happening()])
  await run()
  const [first] = world.received
  if (!first) throw new Error('nothing was sent')
  expect(verified(secret, first)).toBeDefined()
  expect(verified(json.secret, first)).toBeDefined()
  world.pass(24 * hour + 1)
  await tell(world.deps, [happening()])
  await run()
  const second = world.received[1]
  if (!second) throw new Error('nothing was sent')
  expect(() => verified(secret, second)).toThrow()
  expect(verified(json.secret, second)).toBeDefined()
})

test('a receiver that is down for an hour gets everything, under the same ids', async () => {
  await world.endpoint()
  world.onDelivery(() => ({ failure: 'connect' }))
  await tell(world.deps, [happening(), happening(), happening()])
  for (let waited = 0; waited < hour; waited += minute) {
    await run()
    world.pass(minute)
  }
  expect(deliveries().every(({ state }) => state === 'pending')).toBe(true)
  world.onDelivery(answering(200))
  for (let waited = 0; waited < 3 * hour; waited += minute) {
    await run()
    world.pass(minute)
  }
  expect(deliveries().map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered'])
  expect(new Set(world.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
})

test('nothing gets through for three days: given up, told, and taken up again on request', async () => {
  const { id } = await world.endpoint()
  world.onDelivery(answering(500))
  await tell(world.deps, [happening()])
  for (let waited = 0; waited < 80 * hour; waited += 5 * minute) {
    await run()
    world.pass(5 * minute)
  }
  expect(world.received).toHaveLength(10)
  const off = (await world.call('GET', `/webhook-endpoints/${id}`)).json
  expect(off).toMatchObject({ active: false, stopped: 'unreachable' })
  expect(world.logged.join()).toContain('webhook.stopped')
  world.onDelivery(answering(200))
  const on = (await world.call('PATCH', `/webhook-endpoints/${id}`, { body: { active: true } })).json
  expect(on).toMatchObject({ active: true, stopped: null })
  const [failed] = deliveries()
  expect(failed?.state).toBe('failed')
  await replay(world.deps, { id: failed?._id ?? '' })
  await run()
  expect(deliveries()).toMatchObject([{ state: 'delivered' }])
  expect(new Set(world.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('410 stops an endpoint at once; what waits stays', async () => {
  const { id } = await world.endpoint()
  world.onDelivery(answering(410))
  await tell(world.deps, [happening(), happening()])
  await run()
  expect((await world.call('GET', `/webhook-endpoints/${id}`)).json.stopped).toBe('gone')
  const sent = world.received.length
  world.pass(hour)
  await run()
  expect(world.received).toHaveLength(sent)
})

test('a redirect is a failure, and Retry-After is honoured', async () => {
  await world.endpoint()
  world.onDelivery(answering(302))
  await tell(world.deps, [happening()])
  await run()
  expect(deliveries()).toMatchObject([{ state: 'pending', tries: [{ status: 302, failure: 'redirect' }] }])
  world.onDelivery(answering(429, '3600'))
  world.pass(minute)
  await run()
  expect(deliveries()[0]?.dueAt).toBe(world.deps.clock() + hour)
})

test('100 to one that is dead and 100 to one that is well: the dead one costs five tries, then a probe now and then', async () => {
  const dead = await world.endpoint({ url: 'https://dead.example.com/' })
  await world.endpoint({ url: 'https://well.example.com/' })
  world.onDelivery(({ url }) =>
    url.includes('dead') ? { failure: 'timeout' } : { status: 200, retryAfter: undefined },
  )
  await tell(
    world.deps,
    Array.from({ length: 100 }, () => happening()),
  )
  const { delivered, undelivered } = await run()
  expect(delivered).toBe(100)
  // Those that were under way with the fifth.
  expect(undelivered).toBeLessThanOrEqual(8)
  world.pass(30_000)
  expect(await run()).toEqual({ delivered: 0, undelivered: 0 })
  world.pass(16 * minute)
  expect(await run()).toEqual({ delivered: 0, undelivered: 1 })
  expect((await world.call('GET', `/webhook-endpoints/${dead.id}`)).json.active).toBe(true)
})

test('two runs at once send nothing twice', async () => {
  await world.endpoint()
  await tell(
    world.deps,
    Array.from({ length: 50 }, () => happening()),
  )
  await Promise.all([run(), run(), run()])
  expect(world.received).toHaveLength(50)
})

test('a run that begins while another one is at it leaves the endpoint to that one', async () => {
  await world.endpoint()
  await tell(world.deps, [happening(), happening()])
  const usual = world.deps.outbound
  let second: Awaited<ReturnType<typeof run>> | null = null
  world.deps.outbound = async request => {
    second ??= await run()
    return usual(request)
  }
  await run()
  expect(second).toEqual({ delivered: 0, undelivered: 0 })
  expect(world.received).toHaveLength(2)
})

test('one that is switched off gets nothing of what waits, and all of it once it is on again', async () => {
  const { id } = await world.endpoint()
  await tell(world.deps, [happening()])
  await world.call('PATCH', `/webhook-endpoints/${id}`, { body: { active: false } })
  await run()
  expect(world.received).toHaveLength(0)
  await world.call('PATCH', `/webhook-endpoints/${id}`, { body: { active: true } })
  await run()
  expect(world.received).toHaveLength(1)
})

test('a success ends the row of failures', async () => {
  await world.endpoint()
  await tell(world.deps, [happening()])
  world.onDelivery(() => ({ failure: 'reset' }))
  await run()
  expect(world.store.all('endpoints')).toMatchObject([{ failures: 1, failingSince: world.deps.clock() }])
  world.onDelivery(answering(200))
  world.pass(2 * minute)
  await run()
  expect(world.store.all('endpoints')).toMatchObject([{ failures: 0, failingSince: null }])
})

test('what is sent again goes out with the next run, under the same id; the newest ten tries are kept', async () => {
  await world.endpoint()
  await tell(world.deps, [happening()])
  await run()
  for (let times = 0; times < 11; times++) {
    world.pass(minute)
    await replay(world.deps, { id: deliveries()[0]?._id ?? '' })
    await run()
  }
  expect(world.received).toHaveLength(12)
  expect(new Set(world.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(deliveries()[0]?.tries).toHaveLength(10)
  expect(deliveries()[0]?.tries.at(-1)?.at).toBe(world.deps.clock())
})

test('what comes while a run is at its end is sent by the next', async () => {
  await world.endpoint()
  await tell(world.deps, [happening()])
  let more = 0
  world.onDelivery(() => {
    if (more++ === 0) void tell(world.deps, [happening()])
    return { status: 200, retryAfter: undefined }
  })
  await run()
  world.pass(91_000)
  await run()
  expect(deliveries().map(({ state }) => state)).toEqual(['delivered', 'delivered'])
})

test('a process that dies before any single write loses nothing', async () => {
  for (let dieAt = 0; dieAt < 12; dieAt++) {
    world = await createServerWorld()
    await world.endpoint()
    const told = [happening(), happening()]
    let writes = 0
    world.store.beforeWrite(() => {
      if (writes++ === dieAt) throw new Error('killed')
    })
    await tell(world.deps, told).catch(() => {})
    await run().catch(() => {})
    world.store.beforeWrite(() => {})
    // The outbox is told again, and the lease of the dead run ends.
    await tell(world.deps, told)
    for (let runs = 0; runs < 10; runs++) {
      world.pass(2 * minute)
      await run()
    }
    expect(deliveries().map(({ state }) => state)).toEqual(['delivered', 'delivered'])
    expect(new Set(world.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
  }
})

test('a test is a ping, whatever types the endpoint takes', async () => {
  const { id, secret } = await world.endpoint({ types: ['batch.finished'] })
  const { status, json } = await world.call('POST', `/webhook-endpoints/${id}/test`)
  expect(status).toBe(202)
  await run()
  const [sent] = world.received
  if (!sent) throw new Error('nothing was sent')
  expect(verified(secret, sent)).toMatchObject({ id: json.eventId, type: 'ping', data: { id } })
})

test('an endpoint that is deleted gets nothing more', async () => {
  const { id } = await world.endpoint()
  await tell(world.deps, [happening()])
  expect((await world.call('DELETE', `/webhook-endpoints/${id}`)).status).toBe(200)
  await run()
  expect(world.received).toHaveLength(0)
  expect((await world.call('GET', `/webhook-endpoints/${id}`)).status).toBe(404)
})
