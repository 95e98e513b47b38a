import { createBatchWorld, operator } from '../../../test/support/batch-world'
import { sweep } from '../sweep'
import { submit } from './submit'

/** What one answer of the cloud's database holds, bytes. */
const most = 1024 * 1024

test('no question about a thousand rows has a larger answer than the database gives', async () => {
  const world = await createBatchWorld()
  const { find } = world.deps.store
  let largest = 0
  const watched: typeof find = async (collection, query) => {
    const found = await find(collection, query)
    // The store of the tests answers with whole documents; the cloud with what was asked for.
    const told = found.map(each =>
      Object.fromEntries(
        Object.entries(each).filter(([name]) => query.fields?.some(field => field === name) ?? true),
      ),
    )
    largest = Math.max(largest, Buffer.byteLength(JSON.stringify(told)))
    return found
  }
  world.deps.store = { ...world.deps.store, find: watched }
  const id = await world.batchOf(1000)
  await submit(world.deps, operator, { id })
  for (let looks = 0; looks < 12; looks++) {
    world.pass(60_000)
    await sweep(world.deps)
  }
  const ready = world.store
    .all('batch_rows')
    .filter(({ state, taskId }) => state === 'ready' && taskId !== null)
  expect(ready).toHaveLength(1000)
  // As the vendor's ids are long: those of the tests are not.
  const long = (ids: Record<string, string | null> | null | undefined) =>
    ids && Object.fromEntries(Object.keys(ids).map(number => [number, number.padStart(32, 'y')]))
  for (const { _id, version, subTasks } of ready)
    await world.store.replace('batch_rows', _id, version, {
      subTasks: long(subTasks),
      authorizations: long(subTasks),
    })
  largest = 0
  world.pass(3_600_000)
  await sweep(world.deps)
  expect(largest).toBeGreaterThan(0)
  expect(largest).toBeLessThan(most)
})
