import {
  type BatchWorld,
  createBatchWorld,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import { getBatch, listBatches, refreshBatch } from './read'

/** What pages ask of batches. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

test('batches are listed newest first, page by page', async () => {
  const ids: string[] = []
  for (const rows of [1, 2, 3]) {
    ids.unshift(await world.batchOf(rows))
    world.pass(1000)
  }
  const first = await listBatches(world.deps, operator, { limit: 2 })
  expect(first.items.map(({ id, total }) => [id, total])).toEqual([
    [ids[0], 3],
    [ids[1], 2],
  ])
  const second = await listBatches(world.deps, operator, { limit: 2, cursor: first.nextCursor ?? '' })
  expect(second).toMatchObject({ items: [{ id: ids[2], total: 1 }], nextCursor: null })
})

test('a look at the board sends what waits, and asks about rows that nobody has looked at for a while', async () => {
  world.batches.onRegister = () => ({ kind: 'transient', code: 'CONNECT', detail: '' })
  const id = await world.submittedOf(1)
  const refresh = () => refreshBatch(world.deps, operator, { id, since: 0 })
  world.batches.onRegister = () => null
  world.pass(30_000)
  expect((await refresh()).batch.counts).toMatchObject({ queued: 0, accepted: 1 })
  world.pass(3000)
  expect((await refresh()).rows).toMatchObject([{ state: 'ready' }])
  await world.setRow(1, { dueAt: null })
  world.batches.progress.set(organizationName(1), { standing: 'started', rawStatus: 'Submit' })
  world.pass(15_000 - 1)
  expect((await refresh()).rows).toMatchObject([{ state: 'ready' }])
  world.pass(1)
  expect((await refresh()).rows).toMatchObject([{ state: 'processing', rawStatus: 'Submit' }])
})

test('a batch that is not there has no rows', async () => {
  const missing = { id: `b_${'0'.repeat(32)}`, since: 0 }
  for (const ask of [getBatch, refreshBatch])
    expect(await codeOf(ask(world.deps, operator, missing))).toBe('NOT_FOUND')
})

test('the board is told only what changed', async () => {
  const id = await world.readyOf(5)
  await world.wait(30)
  world.pass(5000)
  const { asOf } = await getBatch(world.deps, operator, { id, since: 0 })
  world.pass(20_000)
  world.say(2, 'Submit', 'started')
  const { rows: changed } = await refreshBatch(world.deps, operator, { id, since: asOf })
  expect(changed.map(({ number, state }) => `${number} ${state}`)).toEqual(['2 processing'])
})
