import { ActionError } from '../../domain/errors'
import type { Endpoint } from '../../domain/integration/endpoint'
import { type Changes, change } from '../../platform/change'
import type { Deps } from '../kit/deps'

export type EndpointChanges = Changes<'endpoints'>

/** Changes an endpoint; `null` changes nothing. Throws NOT_FOUND, BUSY. */
export async function changeEndpoint(
  { store }: Deps,
  id: string,
  decide: (endpoint: Endpoint) => EndpointChanges | null,
): Promise<Endpoint> {
  const { document } = await change(store, 'endpoints', id, decide)
  if (!document) throw new ActionError('NOT_FOUND')
  return document
}

/** Lets the next run look at an endpoint, whatever it had planned. Throws NOT_FOUND, BUSY. */
export function wake(deps: Deps, id: string, at: number): Promise<Endpoint> {
  return changeEndpoint(deps, id, ({ dueAt, stopped }) =>
    stopped !== null || (dueAt !== null && dueAt <= at) ? null : { dueAt: at },
  )
}
