import { createServerWorld, type ServerWorld } from '../../test/support/server-world'
import { tell } from '../usecases/integration/tell'

let world: ServerWorld
beforeEach(async () => {
  world = await createServerWorld()
})
const idsOf = async (path: string, query: Record<string, string>) =>
  (await world.call('GET', path, { query })).json.items.map(({ id }: { id: string }) => id)
const iso = (ms: number) => new Date(ms).toISOString()

test('events by type and by time; what is over is not answered', async () => {
  const at = world.deps.clock()
  const of = (n: number, type: 'ping' | 'batch.finished') => ({
    source: `row-${n}`,
    type,
    subjectId: 'b_1',
    at: at + n,
    data: { id: 'b_1' },
  })
  await tell(world.deps, [of(0, 'ping'), of(1, 'batch.finished'), of(2, 'ping')])
  const ids = world.store
    .all('events')
    .sort((a, b) => a.at - b.at)
    .map(({ _id }) => _id)
  expect((await idsOf('/events', { type: 'batch.finished' })).sort()).toEqual([ids[1]])
  expect((await idsOf('/events', { until: iso(at + 1) })).sort()).toEqual([ids[0]])
  expect((await idsOf('/events', { from: iso(at + 2) })).sort()).toEqual([ids[2]])
  world.pass(31 * 24 * 3600_000)
  expect((await world.call('GET', `/events/${ids[0]}`)).status).toBe(404)
})

test('invitations by their state', async () => {
  for (const n of [1, 2])
    await world.call('POST', '/invitations', {
      body: { subject: 'person', title: '入职' },
      idempotencyKey: `i-${n}`,
    })
  const [first] = world.store.all('invitations')
  await world.call('POST', `/invitations/${first?._id}/revoke`)
  expect(await idsOf('/invitations', { state: 'revoked' })).toEqual([first?._id])
})
