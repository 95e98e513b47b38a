import { codeOf, refusedAs } from '../../../test/support/refusal'
import { createServerWorld, type ServerWorld } from '../../../test/support/server-world'
import { operatorId } from '../operator/identity'
import { wake } from './changeEndpoint'
import { tell } from './tell'
import {
  addEndpoint,
  deliveries,
  endpoints,
  pingEndpoint,
  removeEndpoint,
  replayDelivery,
  rotateEndpoint,
  switchEndpoint,
} from './workplace'

const hour = 3600_000
const born = 1_700_000_000_000
const url = 'https://hook.example.com/realname'
let world: ServerWorld
beforeEach(async () => {
  world = await createServerWorld()
})

const add = (path = '', types: 'ping'[] | null = null) =>
  addEndpoint(world.deps, 'olivia', { url: `${url}${path}`, types })
const kept = () => world.store.all('endpoints')
const switched = (id: string, active: boolean) => switchEndpoint(world.deps, 'olivia', { id, active })
const happened = (source: string) => ({
  ...{ source, type: 'verification.verified' as const, subjectId: 'v_1', at: world.deps.clock() },
  data: { id: 'v_1' },
})
/** Somebody else changes the document between the look and the write. */
const overtake = (collection: string, act: () => Promise<unknown>) =>
  world.store.beforeWrite(async (_operation, name) => {
    if (name !== collection) return
    world.store.beforeWrite(() => {})
    await act()
  })

test('a new one is kept with nothing due, its secret sealed; the owner sees what it is, without the secret', async () => {
  const { endpoint, secret } = await add('', ['ping'])
  const shown = {
    ...{ id: endpoint.id, url, types: ['ping'], stopped: null, createdAt: born },
    ...{ lastSuccessAt: null, lastFailureAt: null },
  }
  expect(endpoint).toEqual(shown)
  expect(endpoint.id).toMatch(/^we_[0-9a-f]{32}$/)
  expect(await endpoints(world.deps)).toEqual({ endpoints: [shown] })
  expect(kept()).toEqual([
    {
      ...{ _id: endpoint.id, version: 1, url, types: ['ping'], sealed: expect.any(String) },
      ...{ createdBy: operatorId(world.deps, 'olivia'), createdAt: born, stopped: null, dueAt: null },
      ...{ leaseUntil: 0, failures: 0, failingSince: null, lastSuccessAt: null, lastFailureAt: null },
    },
  ])
  expect(secret).toMatch(/^whsec_/)
  expect(JSON.stringify(kept())).not.toContain(secret)
})

test('one that names no types takes all; the oldest stands first', async () => {
  const { endpoint: first } = await addEndpoint(world.deps, 'olivia', { url })
  expect(first.types).toBeNull()
  world.pass(1000)
  const { endpoint: second } = await add('/2')
  world.pass(1000)
  const { endpoint: third } = await add('/3')
  const order = (await endpoints(world.deps)).endpoints.map(({ id }) => id)
  expect(order).toEqual([first.id, second.id, third.id])
})

test('what an owner may not add is refused in words of the workplace', async () => {
  const inside = addEndpoint(world.deps, 'olivia', { url: 'https://10.0.0.1/' })
  expect(await refusedAs(inside)).toBe('URL_REFUSED url')
  for (let count = 0; count < 20; count++) await add(`/${count}`)
  expect(await refusedAs(add('/more'))).toBe('TOO_MANY_ENDPOINTS')
  expect(kept()).toHaveLength(20)
})

test('what goes wrong otherwise is not called a refusal', async () => {
  world.store.beforeWrite(() => {
    throw new Error('the database is away')
  })
  await expect(add()).rejects.toThrow('the database is away')
})

test('switched off it says who did it and when, also when it is switched off again', async () => {
  const { endpoint } = await add()
  const { endpoints: off } = await switched(endpoint.id, false)
  expect(off).toMatchObject([{ id: endpoint.id, stopped: { why: 'operator', at: born } }])
  world.pass(1000)
  await switched(endpoint.id, false)
  expect(kept()).toMatchObject([{ stopped: { why: 'operator', at: born } }])
  const { endpoints: on } = await switched(endpoint.id, true)
  expect(on).toMatchObject([{ stopped: null }])
  expect(kept()).toMatchObject([{ dueAt: born + 1000 }])
})

test('a change of one thing leaves the others as they are', async () => {
  const { id } = await world.endpoint({ url, types: ['ping'] })
  const patch = async (body: object) => (await world.call('PATCH', `/webhook-endpoints/${id}`, { body })).json
  expect(await patch({ url: `${url}/2` })).toMatchObject({ url: `${url}/2`, types: ['ping'], active: true })
  expect(await patch({ types: ['batch.finished'] })).toMatchObject({
    ...{ url: `${url}/2`, types: ['batch.finished'], active: true },
  })
  await patch({ active: false })
  expect(await patch({ types: null })).toMatchObject({ url: `${url}/2`, types: null, active: false })
  // Nothing waits for it: nothing is planned.
  expect(kept()).toMatchObject([{ dueAt: null, failures: 0 }])
})

test('removed while a run writes to it, it is to be tried again; then it is gone', async () => {
  const { endpoint } = await add()
  const { id } = endpoint
  overtake('endpoints', () => wake(world.deps, id, born))
  expect(await codeOf(removeEndpoint(world.deps, 'olivia', { id }))).toBe('BUSY')
  expect(await removeEndpoint(world.deps, 'olivia', { id })).toEqual({ endpoints: [] })
  for (const act of [removeEndpoint, rotateEndpoint, pingEndpoint])
    expect(await codeOf(act(world.deps, 'olivia', { id }))).toBe('NOT_FOUND')
  expect(await codeOf(switched(id, true))).toBe('NOT_FOUND')
})

test('a new secret is told with the endpoint, once', async () => {
  const { endpoint, secret } = await add()
  const rotated = await rotateEndpoint(world.deps, 'olivia', { id: endpoint.id })
  expect(rotated.endpoint).toEqual(endpoint)
  expect(rotated.secret).toMatch(/^whsec_/)
  expect(rotated.secret).not.toBe(secret)
})

test('every test is an event of its own, kept and due at once', async () => {
  const { endpoint } = await add('', ['ping'])
  const { eventId } = await pingEndpoint(world.deps, 'olivia', { id: endpoint.id })
  await pingEndpoint(world.deps, 'olivia', { id: endpoint.id })
  expect(world.store.all('events')).toHaveLength(2)
  expect(await world.store.get('events', eventId)).toEqual({
    ...{ _id: eventId, version: 1, listKey: `${born}_${eventId}`, type: 'ping', subjectId: endpoint.id },
    ...{ data: { id: endpoint.id }, at: born, expiresAt: born + 30 * 24 * hour },
  })
  expect(kept()).toMatchObject([{ dueAt: born }])
  // A run that has ended looks whether somebody has left anything: this did.
  expect(world.deps.instance.nextRun.wanted).toBe(true)
})

describe('deliveries', () => {
  const listed = (query: { endpointId?: string; cursor?: string; limit?: number } = {}) =>
    deliveries(world.deps, 'olivia', { limit: 20, ...query })

  test('stand newest first, page by page, each with what became of it', async () => {
    const { endpoint } = await add()
    for (const source of ['a', 'b', 'c']) {
      await tell(world.deps, [happened(source)])
      world.pass(1000)
    }
    const first = await listed({ limit: 2 })
    const second = await listed({ limit: 2, cursor: first.nextCursor ?? '' })
    const all = [...first.items, ...second.items]
    expect(all.map(({ createdAt }) => createdAt - born)).toEqual([2000, 1000, 0])
    expect(second.nextCursor).toBeNull()
    expect(all[2]).toEqual({
      ...{ id: expect.stringMatching(/^dl_[0-9a-f]{32}$/), eventId: expect.stringMatching(/^evt_/) },
      ...{ endpointId: endpoint.id, type: 'verification.verified', state: 'pending' },
      ...{ dueAt: born, tries: [], createdAt: born },
    })
  })

  test('sent again is due now, whatever it was, and says so', async () => {
    const { endpoint } = await add()
    await tell(world.deps, [happened('a')])
    const [{ _id: id, version } = { _id: '', version: 0 }] = world.store.all('deliveries')
    await world.store.replace('deliveries', id, version, { state: 'failed', dueAt: null })
    await world.store.replace('endpoints', endpoint.id, kept()[0]?.version ?? 0, { dueAt: null })
    world.pass(hour)
    const { delivery } = await replayDelivery(world.deps, 'olivia', { id })
    expect(delivery).toMatchObject({ id, state: 'pending', dueAt: born + hour, createdAt: born })
    expect(world.store.all('deliveries')).toMatchObject([{ state: 'pending', dueAt: born + hour }])
    expect(kept()).toMatchObject([{ dueAt: born + hour }])
  })

  test('what a run is just writing is not sent again over it; what is not there, not at all', async () => {
    await add()
    await tell(world.deps, [happened('a')])
    const [{ _id: id, version } = { _id: '', version: 0 }] = world.store.all('deliveries')
    overtake('deliveries', () => world.store.replace('deliveries', id, version, { state: 'delivered' }))
    expect(await codeOf(replayDelivery(world.deps, 'olivia', { id }))).toBe('BUSY')
    expect(await codeOf(replayDelivery(world.deps, 'olivia', { id: `dl_${'0'.repeat(32)}` }))).toBe(
      'NOT_FOUND',
    )
  })
})

describe('the next look at an endpoint', () => {
  test.each([
    ['nothing is planned', { dueAt: null }, born],
    ['it is planned later', { dueAt: born + hour }, born],
    ['it is planned for then', { dueAt: born }, born],
    ['it is planned sooner', { dueAt: born - hour }, born - hour],
    ['it is off', { dueAt: null, stopped: { why: 'operator', at: 1 } as const }, null],
  ])('when %s', async (_what, before, dueAt) => {
    const { endpoint } = await add()
    await world.store.replace('endpoints', endpoint.id, 1, before)
    await wake(world.deps, endpoint.id, born)
    expect(kept()).toMatchObject([{ dueAt }])
    // What changes nothing is not written.
    expect(kept()[0]?.version).toBe(dueAt === before.dueAt ? 2 : 3)
  })
})
