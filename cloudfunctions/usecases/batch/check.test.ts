import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
} from '../../../test/support/batch-world'
import { fix, saveRow } from './edit'
import { getBatch } from './read'
import { cancelBatch } from './repair'

/** What is checked anew when something of a batch changes, and what is left alone. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const listed = (...lines: string[]) =>
  world.batchOf(0, { source: { kind: 'text', text: [headingLine, ...lines].join('\n') } })
const codes = () => world.rows().map(({ issues }) => issues.map(({ code }) => code))

test('with a row that was taken out nobody quarrels', async () => {
  const id = await listed(line(1), line(2, { code: creditCode(1) }))
  expect(codes()).toEqual([['duplicateCode'], ['duplicateCode']])
  await cancelBatch(world.deps, operator, { id, rowIds: [world.row(1)._id] })
  await fix(world.deps, operator, { id })
  expect(codes()[1]).toEqual([])
})

test('a row that is on its way is not corrected, and does not keep the drafts from it', async () => {
  const id = await listed(line(1), line(2).replace('测试员乙', '测 试'), line(3).replace('测试员乙', '测 试'))
  await world.setRow(2, { state: 'queued' })
  const before = world.row(2)
  const { batch } = await fix(world.deps, operator, { id })
  expect(batch).toMatchObject({ faulty: 0, sendable: 2 })
  expect(world.row(2)).toEqual(before)
})

test('a row with which nothing else is the matter than before is no news', async () => {
  const id = await listed(line(1), line(2, { code: 'x' }), line(3))
  world.pass(5000)
  const since = world.deps.clock()
  await saveRow(world.deps, operator, { id, rowId: world.row(3)._id, fields: { address: '北京市海淀区' } })
  const { rows } = await getBatch(world.deps, operator, { id, since })
  expect(rows.map(({ number }) => number)).toEqual([3])
})
