import { type BatchWorld, createBatchWorld } from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import { perform } from '../../api/perform'

/** Who may do anything with batches. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

test('who is no operator sees and does nothing', async () => {
  const id = await world.batchOf(1)
  const rowId = world.row(1)._id
  const administrator = { name: '甲', mobile: '13800138000', idType: 'residentId', idNumber: '' } as const
  const attempts = [
    () => perform(world.deps, 'mallory', 'batch.get', { id, since: 0 }),
    () => perform(world.deps, 'mallory', 'batch.refresh', { id, since: 0 }),
    () => perform(world.deps, 'mallory', 'batch.list', { limit: 20 }),
    () => perform(world.deps, 'mallory', 'batch.row', { rowId }),
    () => perform(world.deps, 'mallory', 'batch.saveRow', { id, fields: {} }),
    () => perform(world.deps, 'mallory', 'batch.removeRows', { id, rowIds: [rowId] }),
    () => perform(world.deps, 'mallory', 'batch.attach', { rowId, kind: 'licence', fileId: null }),
    () => perform(world.deps, 'mallory', 'batch.fix', { id }),
    () => perform(world.deps, 'mallory', 'batch.submit', { id }),
    () => perform(world.deps, 'mallory', 'batch.links', { id }),
    () => perform(world.deps, 'mallory', 'batch.link', { id, group: 'x' }),
    () => perform(world.deps, 'mallory', 'batch.rowLink', { rowId }),
    () => perform(world.deps, 'mallory', 'batch.repair', { id, rowIds: [rowId], administrator }),
    () => perform(world.deps, 'mallory', 'batch.resolve', { id, rowIds: [rowId], decision: 'resubmit' }),
    () => perform(world.deps, 'mallory', 'batch.resolve', { id, rowIds: [rowId], decision: 'cancel' }),
    () => perform(world.deps, 'mallory', 'batch.cancel', { id }),
    () => perform(world.deps, 'mallory', 'batch.export', { id, what: 'board', language: 'zh' }),
    () => perform(world.deps, 'mallory', 'batch.template', {}),
  ]
  for (const attempt of attempts) expect(await codeOf(attempt())).toBe('FORBIDDEN')
  expect(world.states()).toEqual(['draft'])
})
