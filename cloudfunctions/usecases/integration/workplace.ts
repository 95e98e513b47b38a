import type {
  DeliveryListResult,
  DeliveryResult,
  EndpointListResult,
  EndpointSecretResult,
  EndpointView,
} from '../../contract/integration'
import { ActionError } from '../../domain/errors'
import type { Endpoint } from '../../domain/integration/endpoint'
import type { EventType } from '../../domain/integration/event'
import { Refusal } from '../../domain/integration/refusal'
import type { Deps } from '../kit/deps'
import { operatorId } from '../operator/identity'
import { listDeliveries, replay } from './deliveries'
import {
  createEndpoint,
  deleteEndpoint,
  listEndpoints,
  rotateSecret,
  testEndpoint,
  updateEndpoint,
} from './endpoints'

/** What owners do about receivers in the workplace: the same as over the server API. */

export async function endpoints(deps: Deps): Promise<EndpointListResult> {
  return { endpoints: (await listEndpoints(deps)).map(viewOf) }
}

/** Throws URL_REFUSED, TOO_MANY_ENDPOINTS. */
export async function addEndpoint(
  deps: Deps,
  openid: string,
  { url, types = null }: { url: string; types?: EventType[] | null | undefined },
): Promise<EndpointSecretResult> {
  try {
    const { endpoint, secret } = await createEndpoint(deps, operatorId(deps, openid), { url, types })
    return { endpoint: viewOf(endpoint), secret }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw error.code === 'URL_REFUSED'
      ? new ActionError('URL_REFUSED', 'url')
      : new ActionError('TOO_MANY_ENDPOINTS')
  }
}

/** Throws NOT_FOUND, BUSY. */
export async function switchEndpoint(
  deps: Deps,
  _openid: string,
  { id, active }: { id: string; active: boolean },
): Promise<EndpointListResult> {
  await updateEndpoint(deps, id, { active })
  return endpoints(deps)
}

/** Throws NOT_FOUND, BUSY. */
export async function removeEndpoint(
  deps: Deps,
  _openid: string,
  { id }: { id: string },
): Promise<EndpointListResult> {
  await deleteEndpoint(deps, id)
  return endpoints(deps)
}

/** Throws NOT_FOUND, BUSY. */
export async function rotateEndpoint(
  deps: Deps,
  _openid: string,
  { id }: { id: string },
): Promise<EndpointSecretResult> {
  const { endpoint, secret } = await rotateSecret(deps, id)
  return { endpoint: viewOf(endpoint), secret }
}

/** Throws NOT_FOUND, BUSY. */
export async function pingEndpoint(
  deps: Deps,
  _openid: string,
  { id }: { id: string },
): Promise<{ eventId: string }> {
  return testEndpoint(deps, id)
}

export async function deliveries(
  deps: Deps,
  _openid: string,
  input: { endpointId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<DeliveryListResult> {
  return listDeliveries(deps, input)
}

/** Throws NOT_FOUND, BUSY. */
export async function replayDelivery(
  deps: Deps,
  _openid: string,
  { id }: { id: string },
): Promise<DeliveryResult> {
  return replay(deps, { id })
}

function viewOf({
  _id,
  url,
  types,
  stopped,
  createdAt,
  lastSuccessAt,
  lastFailureAt,
}: Endpoint): EndpointView {
  return { id: _id, url, types, stopped, createdAt, lastSuccessAt, lastFailureAt }
}
