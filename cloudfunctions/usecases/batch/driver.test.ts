import { createBatchWorld } from '../../../test/support/batch-world'
import { createWorld } from '../../../test/support/world'
import { batchDriver } from './driver'

test('the vendor that takes batches is found beside those that take none', async () => {
  const { drivers } = createWorld().deps
  const { deps } = await createBatchWorld()
  deps.drivers = new Map([...drivers, ...deps.drivers])
  expect([...deps.drivers.keys()]).toEqual(['qiyuesuo', 'ess'])
  expect(batchDriver(deps).vendor).toBe('ess')
})
