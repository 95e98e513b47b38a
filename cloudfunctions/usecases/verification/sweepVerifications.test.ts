import { countedStore } from '../../../test/support/counted-store'
import { createWorld, proven, unproven, type World } from '../../../test/support/world'
import type { Verification } from '../../domain/verification'
import { start } from './start'
import { withdrawConsents } from './stop'
import { sweepVerifications } from './sweepVerifications'

/** What one run attends to, what it leaves to the next, and what it costs. */

const minute = 60_000
let world: World
beforeEach(() => {
  world = createWorld()
})
const begin = async (...owners: string[]) => {
  for (const owner of owners)
    await start(world.deps, owner, await world.startInput({ clientKey: `key-of-${owner}-0000000001` }, owner))
}
const of = (owner: string): Verification => {
  const found = world.store.all('verifications').find(each => each.owner === owner)
  if (!found) throw new Error(`nothing of ${owner}`)
  return found
}
const run = (forMs = 10 * minute, deps = world.deps) => sweepVerifications(deps, world.deps.clock() + forMs)
const asked = () => world.vendor.questions.map(({ reference }) => reference).sort()
/** What a run reads and writes, as `replace verifications`. */
async function costOf(work: (deps: World['deps']) => Promise<unknown>) {
  const writes: string[] = []
  world.store.beforeWrite((operation, collection) => void writes.push(`${operation} ${collection}`))
  const { store, counts } = countedStore(world.store)
  await work({ ...world.deps, store })
  world.store.beforeWrite(() => {})
  return { reads: counts.reads, writes }
}
/** Somebody else's write, just before that of `operation`. */
const justBefore = (operation: string, meanwhile: () => Promise<unknown>) =>
  world.store.beforeWrite(async (each, collection) => {
    if (each !== operation || collection !== 'verifications') return
    world.store.beforeWrite(() => {})
    await meanwhile()
  })

test('says how many were due, and what became of them', async () => {
  await begin('alice', 'bob', 'carol')
  world.vendor.onQuery = ({ reference }) => {
    if (reference === of('bob')._id) return proven('attempt')
    if (reference === of('carol')._id) throw new Error('no')
    return unproven
  }
  expect(await run()).toEqual({ due: 0, changed: 0, redacted: 0, failed: 0 })
  world.pass(20_000)
  expect(await run()).toEqual({ due: 3, changed: 1, redacted: 0, failed: 1 })
  expect(['alice', 'bob', 'carol'].map(owner => of(owner).state)).toEqual(['ready', 'verified', 'ready'])
  expect(world.store.all('audit').at(-1)).toMatchObject({ event: 'sweep', cause: 'vendorVerified' })
})

test('that nobody could be told of it counts, and leaves the telling to the next run', async () => {
  await begin('alice')
  world.vendor.onQuery = () => proven('attempt')
  world.pass(20_000)
  world.deps.follows = { ...world.deps.follows, changed: async () => Promise.reject(new Error('no')) }
  expect(await run()).toMatchObject({ changed: 1, failed: 1 })
  expect(of('alice')).toMatchObject({ state: 'verified', outbox: [{ cause: 'vendorVerified' }] })
})

describe('time', () => {
  test('that is over begins nothing, neither at the deadline nor where others may not be asked', async () => {
    await begin('alice')
    world.pass(20_000)
    expect(await run(0)).toMatchObject({ due: 0 })
    expect(await run(minute, { ...world.deps, hasTime: () => false })).toMatchObject({ due: 0 })
    expect(await run(1)).toMatchObject({ due: 1 })
  })

  test('that is over meanwhile leaves the others as due as they were', async () => {
    const owners = Array.from({ length: 30 }, (_, at) => `person-${String(at).padStart(2, '0')}`)
    await begin(...owners)
    world.pass(20_000)
    world.vendor.onQuery = () => {
      world.pass(minute)
      return unproven
    }
    expect(await run(minute)).toMatchObject({ due: 30, failed: 0 })
    expect(asked().length).toBeGreaterThanOrEqual(1)
    expect(asked().length).toBeLessThan(30)
    const left = world.store.all('verifications').filter(({ dueAt }) => (dueAt ?? 0) <= world.deps.clock())
    expect(left.length + asked().length).toBe(30)
    world.vendor.onQuery = () => unproven
    await run()
    expect(new Set(asked()).size).toBe(30)
  })
})

test('many that are due at one moment are all attended to, each once', async () => {
  await begin('alice')
  const first = of('alice')
  const dueAt = world.deps.clock()
  const spent: Verification = { ...first, state: 'canceled', dueAt, redactAt: dueAt, outbox: [] }
  for (let at = 0; at < 150; at++) await world.store.insert('verifications', { ...spent, _id: `v_${at}` })
  expect(await run()).toMatchObject({ due: 150, redacted: 150, failed: 0 })
})

test('those that fail again and again are stepped over at once, not one by one', async () => {
  await begin('alice')
  const dueAt = world.deps.clock()
  const spent: Verification = { ...of('alice'), state: 'canceled', redactAt: dueAt, outbox: [] }
  for (let at = 0; at < 150; at++)
    await world.store.insert('verifications', { ...spent, _id: `v_${at}`, dueAt: dueAt - 150 + at })
  const store = { ...world.store, removeMany: async () => Promise.reject(new Error('no')) }
  let pages = 0
  const find: typeof store.find = (collection, options) => {
    if (collection === 'verifications') pages += 1
    return world.store.find(collection, options)
  }
  expect(await run(minute, { ...world.deps, store: { ...store, find } })).toMatchObject({
    ...{ due: 150, redacted: 0, failed: 3 },
  })
  expect(pages).toBe(3)
})

test('of what was stopped nothing is asked, and it is due again when its data goes', async () => {
  await begin('alice')
  await withdrawConsents(world.deps, 'alice')
  await world.store.makeDue(of('alice')._id, world.deps.clock())
  const { writes, reads } = await costOf(deps => run(minute, deps))
  expect(asked()).toEqual([])
  expect(of('alice').dueAt).toBe(of('alice').redactAt)
  expect({ writes, reads }).toEqual({ writes: ['replace verifications'], reads: 1 })
})

describe('a lease', () => {
  test('costs one write and their notices one read, however many they are', async () => {
    await begin('alice', 'bob', 'carol')
    world.pass(20_000)
    const { reads, writes } = await costOf(deps => run(minute, deps))
    expect(writes).toEqual([
      'updateMany verifications',
      ...Array.from({ length: 3 }, () => 'replace verifications'),
    ])
    expect(reads).toBe(2)
  })

  test('holds for a minute, and a little more by which no two runs are the same', async () => {
    await begin('alice')
    world.pass(20_000)
    world.deps.random = () => 'ff'
    world.vendor.onQuery = () => {
      expect((of('alice').dueAt ?? 0) - world.deps.clock()).toBe(minute + 255)
      return unproven
    }
    expect(await run()).toMatchObject({ due: 1, failed: 0 })
  })

  test('that another run has in part leaves it those, and in whole everything', async () => {
    await begin('alice', 'bob', 'carol')
    await world.store.makeDue(of('carol')._id, world.deps.clock() + 60 * minute)
    world.pass(20_000)
    const take = (...owners: string[]) =>
      justBefore('updateMany', async () => {
        for (const owner of owners) await world.store.makeDue(of(owner)._id, world.deps.clock() + minute)
      })
    take('alice')
    expect(await run()).toEqual({ due: 2, changed: 0, redacted: 0, failed: 0 })
    expect(asked()).toEqual([of('bob')._id])
    world.pass(2 * minute)
    for (const owner of ['alice', 'bob']) await world.store.makeDue(of(owner)._id, world.deps.clock())
    take('alice', 'bob')
    const cost = await (async () => {
      const { store, counts } = countedStore(world.store)
      expect(await run(minute, { ...world.deps, store })).toEqual({
        ...{ due: 2, changed: 0, redacted: 0, failed: 0 },
      })
      return counts.reads
    })()
    expect(asked()).toHaveLength(1)
    expect(cost).toBe(1)
  })
})

describe('a start', () => {
  const died = async (after: number, problem: Verification['problem'] = null) => {
    world.vendor.onStart = () => Promise.reject(new Error('the process died'))
    await begin('alice').catch(() => {})
    await world.store.replace('verifications', of('alice')._id, of('alice').version, { problem })
    world.pass(after)
    await run()
    return of('alice')
  }

  test('that has not answered for half a minute is lost, on record', async () => {
    expect(await died(30_000)).toMatchObject({ state: 'indeterminate', problem: 'VENDOR_NO_ANSWER' })
    expect(world.vendor.questions).toEqual([])
    expect(world.store.all('audit').at(-1)).toMatchObject({ event: 'sweep', cause: 'answerLost' })
  })

  test('that may still be at it is not', async () => {
    expect(await died(29_999)).toMatchObject({ state: 'created', problem: null })
  })

  test('that met with trouble is none that was lost', async () => {
    expect((await died(40_000, 'VENDOR_UNAVAILABLE')).problem).not.toBe('VENDOR_NO_ANSWER')
    expect(world.vendor.questions).toHaveLength(1)
  })
})
