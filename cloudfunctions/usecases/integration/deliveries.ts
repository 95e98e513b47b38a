import type { DeliveryListResult, DeliveryResult, DeliveryView } from '../../contract/integration'
import { ActionError } from '../../domain/errors'
import type { Delivery } from '../../domain/integration/delivery'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { onePage, type Position } from '../kit/pages'
import { wake } from './changeEndpoint'

/** What was sent or is to be sent, newest first. */
export async function listDeliveries(
  { store }: Deps,
  { endpointId, ...position }: Position & { endpointId?: string | undefined },
): Promise<DeliveryListResult> {
  const where: Condition<Delivery>[] = []
  if (endpointId !== undefined) where.push(['endpointId', 'eq', endpointId])
  return onePage(
    position,
    ({ from, rest }) => store.find('deliveries', { where: [from, ...where], ...rest }),
    viewOf,
  )
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
