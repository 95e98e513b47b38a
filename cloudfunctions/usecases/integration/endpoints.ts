import { ActionError } from '../../domain/errors'
import { type Endpoint, rotated } from '../../domain/integration/endpoint'
import type { EventType } from '../../domain/integration/event'
import { Refusal } from '../../domain/integration/refusal'
import { isPostable } from '../../platform/outbound'
import { webhookSecret } from '../../platform/webhookSignature'
import type { Deps } from '../kit/deps'
import { changeEndpoint, wake } from './changeEndpoint'
import { sealSecrets, secretsOf } from './secrets'
import { allEndpoints, enqueue, eventOf, mostEndpoints } from './tell'

export interface EndpointWithSecret {
  endpoint: Endpoint
  secret: string
}

/** Registers where events are sent. `createdBy`: a key or an operator. Throws Refusal URL_REFUSED, TOO_MANY_ENDPOINTS. */
export async function createEndpoint(
  deps: Deps,
  createdBy: string,
  { url, types }: { url: string; types: EventType[] | null },
): Promise<EndpointWithSecret> {
  requirePostable(deps, url)
  if ((await allEndpoints(deps)).length >= mostEndpoints) throw new Refusal('TOO_MANY_ENDPOINTS')
  const _id = `we_${deps.random(16)}`
  const secret = webhookSecret(deps.random)
  const endpoint: Endpoint = {
    _id,
    version: 1,
    url,
    types,
    sealed: sealSecrets(deps, _id, [{ secret, until: null }]),
    createdBy,
    createdAt: deps.clock(),
    stopped: null,
    dueAt: null,
    leaseUntil: 0,
    failures: 0,
    failingSince: null,
    lastSuccessAt: null,
    lastFailureAt: null,
  }
  await deps.store.insert('endpoints', endpoint)
  return { endpoint, secret }
}

/** Oldest first. */
export async function listEndpoints(deps: Deps): Promise<Endpoint[]> {
  return (await allEndpoints(deps)).sort((a, b) => a.createdAt - b.createdAt)
}

/** Throws NOT_FOUND. */
export async function getEndpoint({ store }: Deps, id: string): Promise<Endpoint> {
  const endpoint = await store.get('endpoints', id)
  if (!endpoint) throw new ActionError('NOT_FOUND')
  return endpoint
}

/** `active: true` takes up again what waits. Throws NOT_FOUND, BUSY, Refusal URL_REFUSED. */
export async function updateEndpoint(
  deps: Deps,
  id: string,
  {
    url,
    types,
    active,
  }: { url?: string | undefined; types?: EventType[] | null | undefined; active?: boolean | undefined },
): Promise<Endpoint> {
  if (url !== undefined) requirePostable(deps, url)
  const now = deps.clock()
  const changed = await changeEndpoint(deps, id, before => ({
    ...(url !== undefined && { url }),
    ...(types !== undefined && { types }),
    ...(active === true && { stopped: null, failures: 0, failingSince: null }),
    ...(active === false && before.stopped === null && { stopped: { why: 'operator', at: now } as const }),
  }))
  return active === true ? wake(deps, id, now) : changed
}

/** Forgets it; what waits for it ends with its event. Throws NOT_FOUND, BUSY. */
export async function deleteEndpoint(deps: Deps, id: string): Promise<void> {
  const { version } = await getEndpoint(deps, id)
  if (!(await deps.store.remove('endpoints', id, version))) throw new ActionError('BUSY')
}

/** A new secret; the one of before signs beside it for a day. Throws NOT_FOUND, BUSY. */
export async function rotateSecret(deps: Deps, id: string): Promise<EndpointWithSecret> {
  const secret = webhookSecret(deps.random)
  const endpoint = await changeEndpoint(deps, id, before => ({
    sealed: sealSecrets(deps, id, rotated(secretsOf(deps, before), secret, deps.clock())),
  }))
  return { endpoint, secret }
}

/** Puts a `ping` on its way, whatever types the endpoint takes. Throws NOT_FOUND, BUSY. */
export async function testEndpoint(deps: Deps, id: string): Promise<{ eventId: string }> {
  const endpoint = await getEndpoint(deps, id)
  const at = deps.clock()
  const source = `${id}_${deps.random(8)}`
  const event = eventOf(deps, { source, type: 'ping', subjectId: id, at, data: { id } })
  await deps.store.insert('events', event)
  await enqueue(deps, endpoint, event)
  return { eventId: event._id }
}

function requirePostable({ config }: Deps, url: string): void {
  if (!isPostable(url, config.webhookLoopback)) throw new Refusal('URL_REFUSED', { field: 'url' })
}
