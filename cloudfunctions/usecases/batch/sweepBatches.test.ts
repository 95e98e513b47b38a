import {
  type BatchWorld,
  createBatchWorld,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import { create } from './create'
import { batchOf } from './rows'
import { flushBatches, sweepBatches, tidyBatches, waitsShortly } from './sweepBatches'

/** What the sweep does about batches, and in which order. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const deadline = () => world.deps.clock() + 30_000
/** Batches of one row each, told apart by their names. */
async function queuedBatches(count: number): Promise<string[]> {
  const ids: string[] = []
  world.batches.onRegister = () => ({ kind: 'transient', code: 'CONNECT', detail: '' })
  for (let number = 1; number <= count; number++) ids.push(await world.submittedOf(1))
  world.batches.onRegister = () => null
  world.pass(60_000)
  world.batches.registrations = []
  return ids
}

test('nothing due costs one question', async () => {
  await world.batchOf(3)
  const { store, counts } = countedStore(world.deps.store)
  expect(await sweepBatches({ ...world.deps, store }, deadline())).toBe(0)
  expect(counts).toMatchObject({ reads: 1, writes: 0 })
})

test('every batch with something due goes on, and what waits is sent before anything is asked', async () => {
  await world.submittedOf(2)
  await world.setRow(2, { state: 'queued', taskId: null })
  await queuedBatches(2)
  const order: string[] = []
  const { register, prepared } = world.driver()
  Object.assign(world.driver(), {
    register: (...given: Parameters<typeof register>) => {
      order.push('sent')
      return register(...given)
    },
    prepared: (...given: Parameters<typeof prepared>) => {
      order.push('asked')
      return prepared(...given)
    },
  })
  expect(await sweepBatches(world.deps, deadline())).toBe(3)
  expect(order).toEqual(['sent', 'sent', 'sent', 'asked'])
  expect(world.states().sort()).toEqual(['accepted', 'accepted', 'accepted', 'ready'])
})

test('of many batches each goes on once, in whatever order they are stored', async () => {
  await queuedBatches(6)
  expect(await sweepBatches(world.deps, deadline())).toBe(6)
  expect(world.batches.registrations).toHaveLength(6)
})

test('one that fails holds up no other, and is told in the log', async () => {
  await queuedBatches(2)
  world.batches.onRegister = () => {
    if (world.batches.registrations.length === 1) throw new TypeError('broken')
    return null
  }
  expect(await sweepBatches(world.deps, deadline())).toBe(2)
  expect(world.states().sort()).toEqual(['accepted', 'sending'])
  expect(
    world.logged.filter(each => each.includes('batch.sweep') && each.includes('TypeError')),
  ).toHaveLength(1)
})

test('after its time nothing is begun, at its end still', async () => {
  await world.submittedOf(1)
  world.pass(30_000)
  await sweepBatches(world.deps, world.deps.clock() - 1)
  expect(world.states()).toEqual(['accepted'])
  await sweepBatches(world.deps, world.deps.clock())
  expect(world.states()).toEqual(['ready'])
})

test('a batch waits shortly whose rows can be sent within two seconds, not now and not later', async () => {
  await queuedBatches(1)
  const now = world.deps.clock()
  const waits = async (state: 'queued' | 'accepted', dueAt: number) => {
    await world.setRow(1, { state, dueAt })
    return waitsShortly(world.deps)
  }
  expect([await waits('queued', now), await waits('queued', now + 1)]).toEqual([false, true])
  expect([await waits('queued', now + 2000), await waits('queued', now + 2001)]).toEqual([true, false])
  expect(await waits('accepted', now + 1)).toBe(false)
})

test('rows whose batch was never made hold nothing up', async () => {
  await queuedBatches(1)
  const [row] = world.rows()
  await world.store.insert('batch_rows', { ...row, _id: 'b_0_00001', batchId: 'b_0' } as typeof row & {
    _id: string
  })
  expect(await sweepBatches(world.deps, deadline())).toBe(2)
  expect(world.batches.registrations).toHaveLength(1)
  expect(world.logged.join()).not.toContain('batch.sweep')
})

test('what a runner that died has left uncounted is counted, once it cannot live any more', async () => {
  const id = await world.batchOf(1)
  const { version } = await batchOf(world.deps, id)
  await world.setRow(1, { state: 'verified', updatedAt: world.deps.clock() })
  await world.store.replace('batches', id, version, { busyUntil: world.deps.clock() + 1000 })
  const counted = async (until = deadline()) => {
    await tidyBatches(world.deps, until)
    return (await batchOf(world.deps, id)).counts.verified
  }
  world.pass(999)
  expect(await counted()).toBe(0)
  world.pass(1)
  expect(await counted(world.deps.clock() - 1)).toBe(0)
  expect(await counted()).toBe(1)
  expect((await batchOf(world.deps, id)).busyUntil).toBe(0)
})

test('what dead processes left untold is told after a minute, of batches and of rows', async () => {
  world.store.beforeWrite((_operation, collection) => {
    if (collection === 'events' || collection === 'audit') throw new Error('the process died')
  })
  const text = { kind: 'empty' } as const
  const key = { title: '十一月', linkMode: 'single', authorization: null, source: text } as const
  await create(world.deps, operator, { ...key, clientKey: 'key-untold-000000001' }).catch(() => {})
  world.store.beforeWrite(() => {})
  const ids = [await world.batchOf(1), await world.batchOf(1)]
  for (const row of world.rows())
    await world.store.replace('batch_rows', row._id, row.version, {
      state: 'verified',
      tellAt: world.deps.clock(),
    })
  const told = () => world.store.all('events').filter(({ type }) => type === 'batch.row.updated')
  world.pass(60_000 - 1)
  expect([await flushBatches(world.deps), told()]).toEqual([0, []])
  world.pass(1)
  expect(await flushBatches(world.deps)).toBe(1)
  expect(
    told()
      .map(({ subjectId }) => subjectId)
      .sort(),
  ).toEqual(ids.map(id => `${id}_00001`).sort())
  expect(world.store.all('batches').every(({ outbox }) => outbox.length === 0)).toBe(true)
  expect(world.store.all('audit').filter(row => 'batchId' in row)).toHaveLength(3)
  expect([await flushBatches(world.deps), told().length]).toEqual([0, 2])
})

test('nobody is watching: rows that are not due are not asked about, however long nobody has looked', async () => {
  const id = await world.readyOf(2)
  await world.setRow(1, { dueAt: null })
  const asked: string[] = []
  const { progress } = world.driver()
  world.driver().progress = ids => {
    asked.push(...ids)
    return progress(ids)
  }
  world.pass(20 * 60_000)
  await sweepBatches(world.deps, deadline())
  expect(asked).toEqual([`sub:${organizationName(2)}`])
  await world.setRow(2, { dueAt: null })
  const { version } = await batchOf(world.deps, id)
  await world.store.replace('batches', id, version, { busyUntil: 1 })
  world.pass(20 * 60_000)
  await tidyBatches(world.deps, deadline())
  expect((await batchOf(world.deps, id)).busyUntil).toBe(0)
  expect(asked).toHaveLength(1)
})
