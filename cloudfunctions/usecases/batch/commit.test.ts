import { type BatchWorld, createBatchWorld, operator } from '../../../test/support/batch-world'
import { operatorId } from '../operator/identity'
import { saveRow } from './edit'
import { cancelBatch } from './repair'
import { batchOf } from './rows'
import { submit } from './submit'

/** What operators do is on record. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

test('what operators do is in the audit, chained', async () => {
  const id = await world.batchOf(2)
  await submit(world.deps, operator, { id })
  await cancelBatch(world.deps, operator, { id })
  const audit = world.store.all('audit').flatMap(each => ('batchId' in each ? [each] : []))
  audit.sort((a, b) => a.sequence - b.sequence)
  const olivia = operatorId(world.deps, operator)
  expect(audit.map(({ event, rows: count, operator: who }) => `${event} ${count} ${who}`)).toEqual([
    `imported 2 ${olivia}`,
    `submitted 2 ${olivia}`,
    `canceled 2 ${olivia}`,
  ])
  for (const [index, { previousHash }] of audit.entries())
    expect(previousHash).toBe(audit[index - 1]?.hash ?? '')
})

test('a row of the audit is called after the batch and its version; what is no act leaves none', async () => {
  const id = await world.batchOf(1)
  await saveRow(world.deps, operator, { id, fields: { name: '示例甲有限公司' } })
  const { version } = await batchOf(world.deps, id)
  await cancelBatch(world.deps, operator, { id })
  const audit = world.store.all('audit').flatMap(each => ('batchId' in each ? [each] : []))
  expect(audit.map(({ _id, sequence }) => [_id, sequence])).toEqual([
    [`${id}_1`, 1],
    [`${id}_${version + 1}`, version + 1],
  ])
  expect(audit[1]?.previousHash).toBe(audit[0]?.hash)
  // That olivia has become an operator is on record too.
  expect(world.store.all('audit')).toHaveLength(1 + audit.length)
})
