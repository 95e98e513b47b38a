import { createWorld } from '../../../test/support/world'
import { commit } from './commit'
import { start } from './start'

test('a row says what became of it, why, and what the vendor said', async () => {
  const { deps, store, startInput, pass } = createWorld()
  const { verification } = await start(deps, 'alice', await startInput())
  const [first, before] = store.all('audit')
  expect(first).toMatchObject({ sequence: 1, event: 'started', cause: 'userSubmitted', previousHash: '' })
  pass(1000)
  const { document } = await commit(deps, verification.id, () => ({
    changes: { state: 'rejected', reason: 'basicInformation', rawStatus: 'status=3' },
    audit: { event: 'notice', cause: 'vendorRejected' },
  }))
  const { hash, ...row } = store.all('audit').at(-1) ?? { hash: '' }
  expect(row).toEqual({
    ...{ _id: `${verification.id}_3`, verificationId: verification.id, vendor: 'qiyuesuo', sequence: 3 },
    ...{ event: 'notice', cause: 'vendorRejected', from: 'ready', to: 'rejected', at: deps.clock() },
    ...{ reason: 'basicInformation', rawStatus: 'status=3', previousHash: before?.hash },
  })
  expect(document).toMatchObject({ state: 'rejected', auditHash: hash, outbox: [] })
})
