import { type BatchWorld, createBatchWorld } from '../../../test/support/batch-world'
import type { BatchAuditRow } from '../../domain/batch/row'
import { tidyBatches } from './sweepBatches'

/** What is removed when its time is over, and what is left to tell of it. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const day = 24 * 3600_000
const tidy = () => tidyBatches(world.deps, world.deps.clock() + 30_000)
const removals = () =>
  world.store
    .all('audit')
    .filter((row): row is BatchAuditRow => 'batchId' in row && row.event === 'redacted')
    .map(({ batchId, rows, operator }) => [batchId, rows, operator])

test('the audit of each batch says how many of its rows lost their data; rows that never were a batch have none', async () => {
  const first = await world.batchOf(2)
  const second = await world.batchOf(1)
  world.store.beforeWrite((_operation, collection) => {
    if (collection === 'batches') throw new Error('the process died')
  })
  await world.batchOf(3).catch(() => {})
  world.store.beforeWrite(() => {})
  world.pass(30 * day - 1)
  expect(await tidy()).toBe(0)
  world.pass(1)
  expect(await tidy()).toBe(6)
  expect(world.rows().map(({ sealed }) => sealed)).toEqual(Array.from({ length: 6 }, () => null))
  expect(removals().sort()).toEqual(
    [
      [first, 2, ''],
      [second, 1, ''],
    ].sort(),
  )
  expect(await tidy()).toBe(0)
  expect(removals()).toHaveLength(2)
})
