import { type BatchWorld, createBatchWorld, operator } from '../../../test/support/batch-world'
import { operatorId } from '../operator/identity'
import { cancelBatch } from './repair'
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
