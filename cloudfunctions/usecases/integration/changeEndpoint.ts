import { ActionError } from '../../domain/errors'
import type { Endpoint } from '../../domain/integration/endpoint'
import type { Deps } from '../kit/deps'

const rounds = 8

export type EndpointChanges = Partial<Omit<Endpoint, '_id' | 'version'>>

/** Changes an endpoint with compare-and-set; `null` changes nothing. Throws NOT_FOUND, BUSY. */
export async function changeEndpoint(
  { store }: Deps,
  id: string,
  decide: (endpoint: Endpoint) => EndpointChanges | null,
): Promise<Endpoint> {
  for (let round = 0; round < rounds; round++) {
    const before = await store.get('endpoints', id)
    if (!before) throw new ActionError('NOT_FOUND')
    const changes = decide(before)
    if (!changes) return before
    if (await store.replace('endpoints', id, before.version, changes))
      return { ...before, ...changes, version: before.version + 1 }
  }
  throw new ActionError('BUSY')
}

/** Lets the next run look at an endpoint, whatever it had planned. Throws NOT_FOUND, BUSY. */
export function wake(deps: Deps, id: string, at: number): Promise<Endpoint> {
  return changeEndpoint(deps, id, ({ dueAt, stopped }) =>
    stopped !== null || (dueAt !== null && dueAt <= at) ? null : { dueAt: at },
  )
}
