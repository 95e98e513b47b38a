import { createWorld } from '../../../test/support/world'
import { publishAll } from './publish'
import { start } from './start'

test('those that have something to tell are told of, once and together, and nobody hears of the others', async () => {
  const { deps, store, startInput } = createWorld()
  for (const owner of ['alice', 'bob', 'carol'])
    await start(deps, owner, await startInput({ clientKey: `key-of-${owner}-0000000001` }, owner))
  const [quiet, ...others] = store.all('verifications')
  const [row] = store.all('audit')
  if (!quiet || !row || !('verificationId' in row)) throw new Error('nothing began')
  const full = others.map(each => ({ ...each, outbox: [row] }))
  const told: string[][] = []
  const follows = {
    ...deps.follows,
    changed: async (_: unknown, all: readonly { _id: string }[]) => void told.push(all.map(({ _id }) => _id)),
  }
  const published = await publishAll({ ...deps, follows }, [quiet, ...full])
  expect(told).toEqual([others.map(({ _id }) => _id)])
  expect(published.map(({ _id, outbox }) => [_id, outbox.length])).toEqual(
    [quiet, ...others].map(({ _id }) => [_id, 0]),
  )
  await publishAll({ ...deps, follows }, [quiet])
  expect(told).toHaveLength(1)
})
