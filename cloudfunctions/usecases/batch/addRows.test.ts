import { type BatchWorld, createBatchWorld, operator } from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import { addRows } from './addRows'
import { noFields } from './check'
import { batchOf } from './rows'

/** Rows that are added to a batch. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const add = (id: string, intake: string, ...names: string[]) =>
  addRows(world.deps, operator, {
    id,
    intake,
    administrator: undefined,
    entries: names.map(name => ({ ...noFields(), name })),
  })

test('come behind the others, each once however often the call is tried, and only what was added is told', async () => {
  const id = await world.batchOf(2)
  const added = await add(id, 'first', '示例甲有限公司', '示例乙有限公司')
  expect(added.map(({ number, name }) => [number, name])).toEqual([
    [3, '示例甲有限公司'],
    [4, '示例乙有限公司'],
  ])
  await add(id, 'second', '示例丙有限公司')
  expect((await add(id, 'first', '示例甲有限公司', '示例乙有限公司')).map(({ number }) => number)).toEqual([
    3, 4,
  ])
  expect(world.rows().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  expect(await add(id, 'nothing')).toEqual([])
  expect(world.rows()).toHaveLength(5)
  const imported = world.store
    .all('audit')
    .flatMap(row => ('batchId' in row ? [`${row.event} ${row.rows}`] : []))
  expect(imported).toEqual(['imported 2', 'imported 2', 'imported 1', 'imported 0'])
})

test('fill a batch to its last place and no further', async () => {
  const id = await world.batchOf(1)
  const { version } = await batchOf(world.deps, id)
  await world.store.replace('batches', id, version, { lastNumber: 998 })
  expect(await codeOf(add(id, 'three', '示例甲有限公司', '示例乙有限公司', '示例丙有限公司'))).toBe(
    'TOO_MANY_ROWS',
  )
  expect((await add(id, 'two', '示例甲有限公司', '示例乙有限公司')).map(({ number }) => number)).toEqual([
    999, 1000,
  ])
  expect(await codeOf(add(id, 'one', '示例丁有限公司'))).toBe('TOO_MANY_ROWS')
})
