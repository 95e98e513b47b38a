import { countedStore } from '../../../test/support/counted-store'
import { createServerWorld, type ServerWorld } from '../../../test/support/server-world'
import type { EventType } from '../../domain/integration/event'
import type { Happening } from '../../domain/integration/happenings'
import { tell } from './tell'

const born = 1_700_000_000_000
const lifetime = 30 * 24 * 3600_000
let world: ServerWorld
beforeEach(async () => {
  world = await createServerWorld()
})
const happening = (source: string, type: EventType = 'verification.verified'): Happening => ({
  ...{ source, type, subjectId: 'v_1', at: born - 1000, data: { id: 'v_1', state: 'verified' } },
})
const wanted = () => world.deps.instance.nextRun.wanted

test('what happened is one event, and one delivery for each that takes it, due at once', async () => {
  const { id } = await world.endpoint()
  await tell(world.deps, [happening('row-1')])
  const { vault } = world.deps
  const eventId = `evt_${vault.digest('event', 'verification.verified', 'row-1').slice(0, 32)}`
  const deliveryId = `dl_${vault.digest('delivery', eventId, id).slice(0, 32)}`
  const expiresAt = born - 1000 + lifetime
  expect(world.store.all('events')).toEqual([
    {
      ...{ _id: eventId, version: 1, listKey: `${born}_${eventId}`, type: 'verification.verified' },
      ...{ subjectId: 'v_1', data: { id: 'v_1', state: 'verified' }, at: born - 1000, expiresAt },
    },
  ])
  expect(world.store.all('deliveries')).toEqual([
    {
      ...{ _id: deliveryId, version: 1, listKey: `${born}_${deliveryId}`, endpointId: id, eventId },
      ...{ type: 'verification.verified', state: 'pending', dueAt: born, tries: [], createdAt: born },
      expiresAt,
    },
  ])
  expect(world.store.all('endpoints')).toMatchObject([{ _id: id, dueAt: born }])
})

test('a run that has ended looks again when something was left for it, and only then', async () => {
  await world.endpoint({ types: ['batch.finished'] })
  await tell(world.deps, [happening('row-1')])
  expect(wanted()).toBe(false)
  await tell(world.deps, [happening('row-2', 'batch.finished')])
  expect(wanted()).toBe(true)
})

test('nothing to tell costs nothing; many cost a write for every fifty, and one for the endpoint', async () => {
  await world.endpoint()
  const { store, counts } = countedStore(world.deps.store)
  const costOf = async (happenings: Happening[]) => {
    Object.assign(counts, { reads: 0, writes: 0, documents: 0 })
    await tell({ ...world.deps, store }, happenings)
    return { reads: counts.reads, writes: counts.writes }
  }
  const many = (count: number) => Array.from({ length: count }, (_each, n) => happening(`row-${n}`))
  expect(await costOf([])).toEqual({ reads: 0, writes: 0 })
  const few = await costOf(many(10))
  const more = await costOf(many(120))
  expect([few.reads, more.reads]).toEqual([2, 2])
  expect([few.writes, more.writes]).toEqual([3, 6])
  expect(world.store.all('deliveries')).toHaveLength(120)
})
