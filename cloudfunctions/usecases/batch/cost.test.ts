import { createBatchWorld, operator, organizationName } from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import { withOwnIds } from '../../domain/batch/row'
import { submit } from './submit'
import { sweepBatches } from './sweepBatches'

/** What looking at a batch asks of the database; `npm run bench:cost` is larger. */
const rows = 300

test('a look costs what has changed: one write a task when links are there, and almost none when nothing is new', async () => {
  const world = await createBatchWorld()
  const { store, counts } = countedStore(world.deps.store)
  world.deps.store = store
  const id = await world.batchOf(rows)
  expect(counts.writes).toBeLessThanOrEqual(rows / 50 + 5)
  await submit(world.deps, operator, { id })
  for (
    let round = 0;
    world.store.all('batch_rows').some(({ state }) => state === 'queued') && round < 9;
    round++
  ) {
    world.pass(1000)
    await sweepBatches(world.deps, world.deps.clock() + 45_000)
  }
  const accepted = world.store.all('batch_rows').filter(({ state }) => state === 'accepted').length
  Object.assign(counts, { reads: 0, writes: 0 })
  world.pass(10_000)
  await sweepBatches(world.deps, world.deps.clock() + 45_000)
  const ready = world.store.all('batch_rows')
  expect(ready.every(({ state }) => state === 'ready')).toBe(true)
  expect(ready.every(({ number, name, subTasks }) => subTasks?.[number] === `sub:${name}`)).toBe(true)
  // A write a task of ten, and what the batch itself and its events take.
  expect(accepted).toBeGreaterThan(rows / 2)
  expect(counts.reads + counts.writes).toBeLessThanOrEqual(accepted / 10 + 40)
  // The first progress is news of every row; the next is none.
  for (const most of [rows / 10 + 20, 20]) {
    Object.assign(counts, { reads: 0, writes: 0 })
    world.pass(15 * 60_000)
    await sweepBatches(world.deps, world.deps.clock() + 45_000)
    expect(counts.reads + counts.writes).toBeLessThanOrEqual(most)
  }
})

test('rows of one task whose news came at different looks keep each its own, and none is news again', async () => {
  const world = await createBatchWorld()
  const id = await world.batchOf(10)
  await submit(world.deps, operator, { id })
  const look = async () => {
    world.pass(20 * 60_000)
    await sweepBatches(world.deps, world.deps.clock() + 45_000)
  }
  const begin = (numbers: readonly number[]) => {
    for (const number of numbers)
      world.batches.progress.set(organizationName(number), {
        standing: 'started',
        rawStatus: 'Processing',
        authorizationId: `authorization-${number}`,
      })
  }
  await look()
  await look()
  for (const numbers of [
    [1, 2, 3],
    [4, 5, 6, 7],
    [8, 9, 10],
  ]) {
    begin(numbers)
    await look()
  }
  const rows = () => world.store.all('batch_rows')
  expect(new Set(rows().map(({ taskId }) => taskId)).size).toBe(1)
  expect(rows().map(row => withOwnIds(row).authorizationId)).toEqual(
    rows().map(({ number }) => `authorization-${number}`),
  )
  const before = rows().map(({ updatedAt }) => updatedAt)
  await look()
  expect(rows().map(({ updatedAt }) => updatedAt)).toEqual(before)
  expect(rows().every(({ fruitless }) => fruitless > 0)).toBe(true)
})
