import { createWorld } from '../../../test/support/world'
import { pageSize } from '../kit/untilDone'
import { ownVerifications } from './own'
import { start } from './start'

test('all of one person’s are found, the oldest first, each once, however many pages they are', async () => {
  const { deps, store, startInput } = createWorld()
  await start(deps, 'alice', await startInput())
  const [first] = store.all('verifications')
  if (!first) throw new Error('nothing began')
  const named = (at: number) => String(at).padStart(6, '0')
  for (let at = 1; at <= pageSize; at++)
    await store.insert('verifications', { ...first, _id: named(at), listKey: named(at) })
  await store.insert('verifications', { ...first, _id: 'bobs', listKey: '0', owner: 'bob' })
  const ids = (await ownVerifications(deps, 'alice')).map(({ _id }) => _id)
  expect(ids).toEqual([...Array.from({ length: pageSize }, (_, at) => named(at + 1)), first._id])
})
