import type { Delivery } from '../../cloudfunctions/domain/integration/delivery'
import { wake } from '../../cloudfunctions/usecases/integration/changeEndpoint'
import { eventOf } from '../../cloudfunctions/usecases/integration/tell'
import type { ServerWorld } from './server-world'

const events = 100
/** Written at once. */
const atOnce = 50

/**
 * Deliveries that have long been due to `https://dead.example.com/`, and some that just became due to
 * `https://good.example.com/`; both addresses are due to be looked at. Answers the id of the dead one.
 */
export async function backlog(
  world: Pick<ServerWorld, 'deps' | 'endpoint'>,
  waiting: { dead: number; good: number },
): Promise<string> {
  const { deps } = world
  const now = deps.clock()
  const dead = await world.endpoint({ url: 'https://dead.example.com/' })
  const good = await world.endpoint({ url: 'https://good.example.com/' })
  const told = Array.from({ length: events }, (_each, n) =>
    eventOf(deps, { source: `row-${n}`, type: 'ping', subjectId: 'v_1', at: now, data: { id: 'v_1' } }),
  )
  for (const event of told) await deps.store.insert('events', event)
  const deliveryOf = (endpointId: string, n: number, dueAt: number): Delivery => {
    const id = `dl_${deps.vault.digest('delivery', endpointId, String(n)).slice(0, 32)}`
    return {
      _id: id,
      version: 1,
      listKey: `${dueAt}_${id}`,
      endpointId,
      eventId: told[n % events]?._id ?? '',
      type: 'ping',
      state: 'pending',
      dueAt,
      tries: [],
      createdAt: dueAt,
      expiresAt: now + 30 * 24 * 3600_000,
    }
  }
  for (let n = 0; n < waiting.dead; n += atOnce) {
    const page = Array.from({ length: Math.min(atOnce, waiting.dead - n) }, (_each, at) => n + at)
    await Promise.all(
      page.map(each => deps.store.insert('deliveries', deliveryOf(dead.id, each, now - 3600_000))),
    )
  }
  for (let n = 0; n < waiting.good; n++) await deps.store.insert('deliveries', deliveryOf(good.id, n, now))
  await wake(deps, dead.id, now)
  await wake(deps, good.id, now)
  return dead.id
}
