import { deliver } from '../../cloudfunctions/usecases/integration/deliver'
import { backlog } from '../support/backlog'
import { type CloudStore, startCloudStore } from '../support/cloud-store'
import { countedStore } from '../support/counted-store'
import { createServerWorld } from '../support/server-world'

/** The same as deliverBeside.test.ts says, of the real store; `npm run bench:deliveries -- --store cloud` is larger. */
let cloud: CloudStore

beforeEach(async () => {
  cloud = await startCloudStore()
})
afterEach(() => cloud.close())

test.each([50, 500])(
  'with %d due to a dead endpoint the other one gets its 20, at the same cost',
  async dead => {
    const world = await createServerWorld()
    for (const key of world.store.all('api_keys')) await cloud.store.insert('api_keys', key)
    world.deps.store = cloud.store
    await backlog(world, { dead, good: 20 })
    const { store, counts } = countedStore(cloud.store)
    world.deps.store = store
    world.onDelivery(({ url }) =>
      url.includes('dead') ? { failure: 'connect' } : { status: 204, retryAfter: undefined },
    )
    const { delivered, undelivered } = await deliver(world.deps, world.deps.clock() + 45_000)
    expect(delivered).toBe(20)
    expect(undelivered).toBeLessThanOrEqual(8)
    // 20 events, 8 of the dead one, a page of 40 and one of 20, and what the two endpoints are themselves.
    expect(counts.documents).toBeLessThanOrEqual(100)
    expect(counts.reads).toBeLessThanOrEqual(50)
    expect(counts.writes).toBeLessThanOrEqual(40)
  },
)
