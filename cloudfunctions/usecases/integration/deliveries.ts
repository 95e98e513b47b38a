import type { DeliveryListResult, DeliveryResult, DeliveryView } from '../../contract/integration'
import { ActionError } from '../../domain/errors'
import type { Delivery } from '../../domain/integration/delivery'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { wake } from './changeEndpoint'

/** What was sent or is to be sent, newest first. */
export async function listDeliveries(
  { store }: Deps,
  {
    endpointId,
    cursor,
    limit,
  }: { endpointId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<DeliveryListResult> {
  const where: Condition<Delivery>[] = [['listKey', cursor === undefined ? 'gt' : 'lt', cursor ?? '']]
  if (endpointId !== undefined) where.push(['endpointId', 'eq', endpointId])
  const found = await store.find('deliveries', { where, orderBy: [['listKey', 'desc']], limit: limit + 1 })
  const page = found.slice(0, limit)
  return {
    items: page.map(viewOf),
    nextCursor: found.length > limit ? (page.at(-1)?.listKey ?? null) : null,
  }
}

/** Sends a delivery again with the next run: the same id, another time. Throws NOT_FOUND, BUSY. */
export async function replay(deps: Deps, { id }: { id: string }): Promise<DeliveryResult> {
  const delivery = await deps.store.get('deliveries', id)
  if (!delivery) throw new ActionError('NOT_FOUND')
  const now = deps.clock()
  const changes = { state: 'pending', dueAt: now } as const
  if (!(await deps.store.replace('deliveries', id, delivery.version, changes))) throw new ActionError('BUSY')
  await wake(deps, delivery.endpointId, now)
  return { delivery: viewOf({ ...delivery, ...changes }) }
}

function viewOf({ _id, endpointId, eventId, type, state, dueAt, tries, createdAt }: Delivery): DeliveryView {
  return { id: _id, endpointId, eventId, type, state, dueAt, tries, createdAt }
}
