import {
  type BatchWorld,
  createBatchWorld,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import type { Deps } from '../kit/deps'
import { move, recount } from './rows'
import { submit } from './submit'
import { sweepBatches } from './sweepBatches'
import { tellRows } from './tell'

let world: BatchWorld

beforeEach(async () => {
  world = await createBatchWorld()
})

const states = () =>
  world.store
    .all('events')
    .filter(({ type }) => type === 'batch.row.updated')
    .map(({ data }) => data.state)

test('a row that moves on while it is told is told again', async () => {
  const id = await world.batchOf(1)
  const rowId = `${id}_00001`
  await move(world.deps, [rowId], 'canceled')
  const { follows } = world.deps
  const hurried: Deps = {
    ...world.deps,
    follows: {
      ...follows,
      async rowsChanged(deps, rows) {
        await follows.rowsChanged(deps, rows)
        world.pass(1)
        if (states().length === 1) await move(deps, [rowId], 'vendorVerified')
      },
    },
  }
  await tellRows(hurried, id)
  await tellRows(world.deps, id)
  expect(states()).toEqual(['canceled', 'verified'])
  await tellRows(world.deps, id)
  expect(states()).toHaveLength(2)
})

test('that all have ended is told once, however often they are counted', async () => {
  const id = await world.batchOf(2)
  for (const index of [1, 2]) world.batches.failures.set(organizationName(index), '企业三要素不通过')
  await submit(world.deps, operator, { id })
  world.pass(60_000)
  await sweepBatches(world.deps, world.deps.clock() + 30_000)
  await recount(world.deps, id)
  await recount(world.deps, id)
  expect(world.store.all('events').filter(({ type }) => type === 'batch.finished')).toHaveLength(1)
})
