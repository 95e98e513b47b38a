import { createBatchWorld, operator } from '../../../test/support/batch-world'
import { countedStore } from '../../../test/support/counted-store'
import { isBegun } from './isBegun'
import { submit } from './submit'

test('a company is begun once its row was sent, whatever became of it; by its name or its code', async () => {
  const world = await createBatchWorld()
  const id = await world.batchOf(1)
  const [row] = world.store.all('batch_rows')
  const { name = '', creditCode = '' } = row ?? {}
  const begun = () => isBegun(world.deps, { name, registerNumber: creditCode })
  expect(await begun()).toBe(false)
  await submit(world.deps, operator, { id })
  expect(await begun()).toBe(true)
  expect(await isBegun(world.deps, { name })).toBe(true)
  expect(await isBegun(world.deps, { name: '别的名称', registerNumber: creditCode })).toBe(true)
  expect(await isBegun(world.deps, { name: '别的名称' })).toBe(false)
  const [sent] = world.store.all('batch_rows')
  await world.store.replace('batch_rows', sent?._id ?? '', sent?.version ?? 0, { state: 'canceled' })
  expect(await begun()).toBe(true)
})

test('of a company without a code nothing is asked but its name', async () => {
  const { deps } = await createBatchWorld()
  const { store, counts } = countedStore(deps.store)
  expect(await isBegun({ ...deps, store }, { name: '示例甲有限公司' })).toBe(false)
  expect(counts.reads).toBe(1)
})
