import * as v from 'valibot'
import { type Scope, scopes } from '../domain/integration/apiKey'
import type { DeliveryState, TryFailure } from '../domain/integration/delivery'
import type { EndpointStop } from '../domain/integration/endpoint'
import type { EventType } from '../domain/integration/event'
import { pageLimit } from './page'
import { createBody as endpointBody, endpointId } from './server/endpoints'
import { title } from './texts'
import { optionalKey } from './verification'

/** What owners see and do about the business systems that are connected. */

export const createApiKeyInput = v.strictObject({
  clientKey: optionalKey,
  /** For what; shown in the list of keys. */
  label: title(30),
  scopes: v.pipe(v.array(v.picklist(scopes)), v.minLength(1), v.maxLength(scopes.length)),
  /** How long it is good, in days; null: until it is revoked. */
  days: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))), null),
})
export const listApiKeysInput = v.optional(v.strictObject({}), {})
export const apiKeyInput = v.strictObject({ id: v.pipe(v.string(), v.regex(/^k_[0-9a-f]{16}$/)) })

/** `key` is shown this once and kept only as a digest. */
export interface CreateApiKeyResult {
  id: string
  key: string
}
export interface ApiKeyView {
  id: string
  label: string
  scopes: Scope[]
  createdAt: number
  expiresAt: number | null
  /** Of about an hour ago at most. */
  lastUsedAt: number | null
  revokedAt: number | null
}
export interface ApiKeyListResult {
  keys: ApiKeyView[]
}

export const listEndpointsInput = v.optional(v.strictObject({}), {})
export const endpointInput = v.strictObject({ id: endpointId })
export const listDeliveriesInput = v.strictObject({
  endpointId: v.optional(endpointId),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}_dl_[0-9a-f]{32}$/))),
  limit: pageLimit,
})
export const replayInput = v.strictObject({
  clientKey: optionalKey,
  id: v.pipe(v.string(), v.regex(/^dl_[0-9a-f]{32}$/)),
})

export const createEndpointInput = v.strictObject({ clientKey: optionalKey, ...endpointBody.entries })
/** What makes something of an endpoint: a secret, a ping. */
export const actOnEndpointInput = v.strictObject({ clientKey: optionalKey, id: endpointId })
export const changeEndpointInput = v.strictObject({ id: endpointId, active: v.boolean() })

/** `secret` is shown this once. */
export interface EndpointSecretResult {
  endpoint: EndpointView
  secret: string
}

export interface EndpointView {
  id: string
  url: string
  types: EventType[] | null
  stopped: { why: EndpointStop; at: number } | null
  createdAt: number
  lastSuccessAt: number | null
  lastFailureAt: number | null
}
export interface EndpointListResult {
  endpoints: EndpointView[]
}
export interface DeliveryView {
  id: string
  endpointId: string
  eventId: string
  type: EventType
  state: DeliveryState
  dueAt: number | null
  tries: { at: number; status: number | null; failure: TryFailure | null }[]
  createdAt: number
}
export interface DeliveryListResult {
  items: DeliveryView[]
  nextCursor: string | null
}
export interface DeliveryResult {
  delivery: DeliveryView
}
