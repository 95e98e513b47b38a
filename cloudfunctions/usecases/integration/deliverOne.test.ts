import { createServerWorld, type ServerWorld } from '../../../test/support/server-world'
import type { Delivery } from '../../domain/integration/delivery'
import type { Endpoint } from '../../domain/integration/endpoint'
import type { OutboundAnswer } from '../../platform/outbound'
import { deliver } from './deliver'
import { deleteEndpoint } from './endpoints'
import { tell } from './tell'

/** What one run leaves behind at one endpoint, to the millisecond. */
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const born = 1_700_000_000_000
const lease = 90 * second
/** As long as one delivery is tried. */
const patience = 5 * second + 35 * minute + 75 * hour

let world: ServerWorld
let id = ''
let count = 0
beforeEach(async () => {
  world = await createServerWorld()
  ;({ id } = await world.endpoint())
  // The pauses as they stand in the table: neither shorter nor longer.
  world.deps.random = () => '8000'
  count = 0
})

const waiting = (many: number) =>
  tell(
    world.deps,
    Array.from({ length: many }, () => ({
      ...{ source: `row-${++count}`, type: 'ping' as const, subjectId: 'v_1', at: world.deps.clock() },
      data: { id: 'v_1' },
    })),
  )
const run = (deadline = world.deps.clock() + 45_000) => deliver(world.deps, deadline)
const endpoint = () => world.store.all('endpoints').find(({ _id }) => _id === id)
const deliveries = () => world.store.all('deliveries')
const setEndpoint = (changes: Partial<Omit<Endpoint, '_id' | 'version'>>) =>
  world.store.replace('endpoints', id, endpoint()?.version ?? 0, changes)
const setDelivery = (changes: Partial<Omit<Delivery, '_id' | 'version'>>) => {
  const [{ _id, version } = { _id: '', version: 0 }] = deliveries()
  return world.store.replace('deliveries', _id, version, changes)
}
const answering = (status: number, retryAfter?: string) => world.onDelivery(() => ({ status, retryAfter }))
const failing = () => world.onDelivery(() => ({ failure: 'timeout' }))
/** Something happens while the receiver has the request. */
const meanwhile = (act: () => unknown, answer?: OutboundAnswer) => {
  const usual = world.deps.outbound
  world.deps.outbound = async request => {
    await act()
    return answer ?? usual(request)
  }
}
/** Something happens when the run has sent all, before it looks what waits. */
const atItsEnd = (act: () => unknown) => {
  const { find } = world.store
  world.deps.store = {
    ...world.store,
    async find(collection, options) {
      if (collection === 'deliveries' && options.limit === 1 && options.fields) await act()
      return find(collection, options)
    },
  }
}

test('what is sent says who sends it, in JSON', async () => {
  await waiting(1)
  await run()
  const [sent] = world.received
  expect(sent?.url).toBe('https://hook.example.com/realname')
  expect(sent?.headers).toMatchObject({
    ...{ 'content-type': 'application/json', 'user-agent': 'realname-hub-webhooks/1' },
    'webhook-timestamp': String(born / 1000),
  })
})

describe('afterwards', () => {
  test('all got through: nothing is planned, and since when it is well is known', async () => {
    await waiting(3)
    expect(await run()).toEqual({ delivered: 3, undelivered: 0 })
    expect(endpoint()).toMatchObject({
      ...{ dueAt: null, leaseUntil: 0, failures: 0, failingSince: null, stopped: null },
      ...{ lastSuccessAt: born, lastFailureAt: null },
    })
    expect(deliveries()[0]).toMatchObject({
      ...{ state: 'delivered', dueAt: null, tries: [{ at: born, status: 200, failure: null }] },
    })
  })

  test.each([
    ['a timeout', { failure: 'timeout' }, null, 'timeout'],
    ['an answer', { status: 500, retryAfter: undefined }, 500, 'status'],
  ] as const)(
    '%s is a failure: tried again by the table, and since when it fails is known',
    async (_what, answer, status, failure) => {
      world.onDelivery(() => answer)
      await waiting(1)
      expect(await run()).toEqual({ delivered: 0, undelivered: 1 })
      expect(deliveries()).toMatchObject([
        { state: 'pending', dueAt: born + 5 * second, tries: [{ at: born, status, failure }] },
      ])
      expect(endpoint()).toMatchObject({
        ...{ dueAt: born + 5 * second, leaseUntil: 0, failures: 1, failingSince: born },
        ...{ lastSuccessAt: null, lastFailureAt: born },
      })
      world.pass(5 * second)
      await run()
      const now = born + 5 * second
      expect(deliveries()).toMatchObject([{ state: 'pending', dueAt: now + 5 * minute }])
      // It looks before that whether something new has come: after the time one run may take.
      expect(endpoint()).toMatchObject({
        ...{ dueAt: now + lease, failures: 2, failingSince: born, lastFailureAt: now },
      })
      answering(200)
      world.pass(5 * minute)
      await run()
      expect(endpoint()).toMatchObject({
        ...{
          dueAt: null,
          failures: 0,
          failingSince: null,
          lastSuccessAt: now + 5 * minute,
          lastFailureAt: now,
        },
      })
    },
  )

  test.each([
    ['0000', 4500],
    ['8000', 5000],
    ['ffff', 5500],
  ])('the pause is spread by chance: %s', async (chance, pause) => {
    world.deps.random = () => chance
    failing()
    await waiting(1)
    await run()
    expect(deliveries()).toMatchObject([{ dueAt: born + pause }])
  })

  test('a date in Retry-After is counted from now', async () => {
    world.pass(hour)
    answering(503, new Date(world.deps.clock() + 2 * hour).toUTCString())
    await waiting(1)
    await run()
    expect(deliveries()).toMatchObject([{ dueAt: born + 3 * hour }])
  })

  test('it waits for what is due first of all that is due later', async () => {
    await waiting(3)
    for (const [index, { _id, version }] of deliveries().entries())
      await world.store.replace('deliveries', _id, version, {
        dueAt: born + ([40, 20, 60][index] ?? 0) * second,
      })
    await run()
    expect(world.received).toHaveLength(0)
    expect(endpoint()).toMatchObject({ dueAt: born + 20 * second, failures: 0, leaseUntil: 0 })
  })

  test('an event that has been cleared away is not sent, and keeps nothing else waiting', async () => {
    await waiting(2)
    const [gone] = deliveries()
    await world.store.remove('events', gone?.eventId ?? '', 1)
    expect(await run()).toEqual({ delivered: 1, undelivered: 0 })
    expect(deliveries()).toMatchObject([
      { state: 'failed', dueAt: null, tries: [] },
      { state: 'delivered', dueAt: null },
    ])
    expect(endpoint()).toMatchObject({ dueAt: null, failures: 0 })
  })
})

describe('one that fails', () => {
  test('rests after five in a row: a minute, then longer, and is probed with one', async () => {
    const looks: number[] = []
    const { find } = world.store
    world.deps.store = {
      ...world.store,
      async find(collection, options) {
        if (collection === 'deliveries' && !options.fields) looks.push(options.limit)
        return find(collection, options)
      },
    }
    await setEndpoint({ failures: 1, failingSince: born })
    failing()
    await waiting(10)
    expect(await run()).toEqual({ delivered: 0, undelivered: 4 })
    expect(endpoint()).toMatchObject({ failures: 5, dueAt: born + minute })
    world.pass(minute)
    expect(await run()).toEqual({ delivered: 0, undelivered: 1 })
    expect(endpoint()).toMatchObject({ failures: 6, dueAt: born + minute + 2 * minute })
    world.pass(2 * minute)
    answering(200)
    // The probe gets through: the rest follows in the same run.
    expect(await run()).toEqual({ delivered: 10, undelivered: 0 })
    expect(endpoint()).toMatchObject({ failures: 0, dueAt: null })
    expect(looks).toEqual([40, 1, 1, 40, 40])
  })

  test.each([
    ['not yet', 0, null],
    ['from then on', 1, { why: 'unreachable', at: born }],
  ])('for as long as one delivery is tried, it is given up: %s', async (_what, longer, stopped) => {
    failing()
    await waiting(1)
    await setEndpoint({ failures: 5, failingSince: born - patience - longer })
    await run()
    expect(endpoint()).toMatchObject({ stopped, dueAt: stopped ? null : born + 2 * minute })
    expect(world.logged.filter(line => line.includes('webhook.stopped'))).toHaveLength(longer)
  })

  const nineTries = Array.from({ length: 9 }, (_each, n) => ({
    ...{ at: born - 70 * hour + n, status: 500, failure: 'status' as const },
  }))
  test.each([
    ['nothing', null, 'unreachable'],
    ['something before its first try alone', born - 70 * hour - 1, 'unreachable'],
    ['something with its first try', born - 70 * hour, undefined],
    ['something since', born - hour, undefined],
  ])('a delivery has used up its tries, and %s got through', async (_what, lastSuccessAt, why) => {
    answering(500)
    await waiting(1)
    await setDelivery({ tries: nineTries })
    await setEndpoint({ lastSuccessAt })
    expect(await run()).toEqual({ delivered: 0, undelivered: 1 })
    expect(deliveries()).toMatchObject([{ state: 'failed', dueAt: null }])
    expect(deliveries()[0]?.tries).toHaveLength(10)
    expect(endpoint()?.stopped?.why).toBe(why)
  })

  test('that is gone is off at once, and is not looked at again', async () => {
    await setEndpoint({ failures: 1, failingSince: born })
    answering(410)
    await waiting(2)
    expect(await run()).toEqual({ delivered: 0, undelivered: 1 })
    expect(endpoint()).toMatchObject({ stopped: { why: 'gone', at: born }, dueAt: null, leaseUntil: 0 })
    expect(deliveries().map(({ state }) => state)).toEqual(['pending', 'pending'])
    await setEndpoint({ dueAt: born })
    expect(await run()).toEqual({ delivered: 0, undelivered: 0 })
  })
})

describe('the time of a run', () => {
  test('is over at its deadline: what has begun ends, the rest is for the next', async () => {
    await waiting(10)
    let answers = 0
    meanwhile(() => answers++ || world.pass(second))
    expect(await run(born + second)).toEqual({ delivered: 4, undelivered: 0 })
    expect(endpoint()).toMatchObject({ leaseUntil: 0, dueAt: world.deps.clock() })
    expect(await run()).toEqual({ delivered: 6, undelivered: 0 })
  })

  test.each([
    ['its deadline is here', {}, born],
    ['it may ask nobody any more', { hasTime: () => false }, born + second],
  ])('nothing is sent when %s', async (_what, deps, deadline) => {
    await waiting(1)
    Object.assign(world.deps, deps)
    expect(await run(deadline)).toEqual({ delivered: 0, undelivered: 0 })
    expect(world.received).toHaveLength(0)
    expect(endpoint()).toMatchObject({ leaseUntil: 0, dueAt: born, failures: 0 })
  })

  test('is over when it may ask nobody any more', async () => {
    await waiting(10)
    let left = 2
    world.deps.hasTime = () => left > 0
    meanwhile(() => {
      left -= 1
    })
    const { delivered } = await run()
    expect(delivered).toBeLessThan(6)
    expect(endpoint()).toMatchObject({ failures: 0, dueAt: born })
  })

  test('is over where a request had no time to be answered: nobody is blamed, and all wait as before', async () => {
    await waiting(10)
    await setEndpoint({ failures: 1, failingSince: born })
    let requests = 0
    meanwhile(() => void requests++, { cut: true })
    expect(await run()).toEqual({ delivered: 0, undelivered: 0 })
    expect(requests).toBe(1)
    expect(
      deliveries().every(({ state, dueAt, tries }) => state === 'pending' && dueAt === born && !tries[0]),
    ).toBe(true)
    expect(endpoint()).toMatchObject({ failures: 1, lastFailureAt: null, dueAt: born, leaseUntil: 0 })
  })

  test.each([
    ['four to one that answers', 0, 4],
    ['one to one that has failed', 1, 1],
  ])('is shared: %s', async (_what, failures, most) => {
    await waiting(12)
    await setEndpoint({ failures })
    let now = 0
    const seen: number[] = []
    const usual = world.deps.outbound
    world.deps.outbound = async request => {
      seen.push(++now)
      await new Promise(resolve => setImmediate(resolve))
      now -= 1
      return usual(request)
    }
    await run()
    expect(Math.max(...seen)).toBe(most)
  })

  test('goes to the twenty that have waited longest', async () => {
    const model = endpoint()
    if (!model) throw new Error('no endpoint')
    await waiting(1)
    world.pass(second)
    for (let n = 1; n <= 20; n++) {
      const dueAt = n === 10 ? born + 1 : born - n
      await world.store.insert('endpoints', { ...model, _id: `we_${n}`, version: 1, dueAt })
    }
    expect(await run()).toEqual({ delivered: 1, undelivered: 0 })
    const left = world.store.all('endpoints').filter(({ dueAt }) => dueAt !== null)
    expect(left.map(({ _id }) => _id)).toEqual(['we_10'])
  })
})

describe('held by a run', () => {
  test.each([
    ['that is at it', born + lease, 0],
    ['until now', born, 1],
  ])('%s', async (_what, leaseUntil, delivered) => {
    await waiting(1)
    await setEndpoint({ leaseUntil })
    expect(await run()).toEqual({ delivered, undelivered: 0 })
  })

  test('it says for how long, before anything is sent', async () => {
    await waiting(1)
    let held: Endpoint | undefined
    meanwhile(() => {
      held = endpoint()
    })
    await run()
    expect(held).toMatchObject({ leaseUntil: born + lease })
  })

  test('what is due at its end is planned before it looks whether anything is', async () => {
    await waiting(1)
    let planned: Endpoint | undefined
    atItsEnd(() => {
      planned = endpoint()
    })
    await run()
    expect(planned).toMatchObject({ dueAt: born + lease, leaseUntil: 0 })
    expect(endpoint()).toMatchObject({ dueAt: null })
  })
})

describe('meanwhile', () => {
  test('switched off by the owner, it stays off for that reason', async () => {
    await waiting(1)
    meanwhile(() => setEndpoint({ stopped: { why: 'operator', at: 1 } }), {
      status: 410,
      retryAfter: undefined,
    })
    await run()
    expect(endpoint()).toMatchObject({ stopped: { why: 'operator', at: 1 }, dueAt: null })
  })

  test('switched off by the owner while it is well, it is not called given up', async () => {
    await waiting(1)
    meanwhile(() => setEndpoint({ stopped: { why: 'operator', at: 1 } }))
    await run()
    expect(endpoint()).toMatchObject({ stopped: { why: 'operator', at: 1 } })
    expect(world.logged.join()).not.toContain('webhook.stopped')
  })

  test.each([
    ['while it is sent to', meanwhile],
    ['when all is sent', atItsEnd],
  ])('deleted %s, the run ends well', async (_what, when) => {
    await waiting(2)
    await setDelivery({ dueAt: born + minute })
    when(() => deleteEndpoint(world.deps, id).catch(() => {}))
    expect(await run()).toEqual({ delivered: 1, undelivered: 0 })
    expect(endpoint()).toBeUndefined()
  })

  test('what else goes wrong as it is given back is not hidden', async () => {
    await waiting(1)
    const { replace } = world.store
    let writes = 0
    world.deps.store = {
      ...world.store,
      replace: async (collection, ...given) =>
        collection === 'endpoints' && ++writes > 1 ? false : replace(collection, ...given),
    }
    await expect(run()).rejects.toMatchObject({ code: 'BUSY' })
  })
})
