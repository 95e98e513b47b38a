import type { ActionResults } from '../../../cloud/types'

export type Key = ActionResults['apiKey.list']['keys'][number]
export type Endpoint = ActionResults['endpoint.list']['endpoints'][number]
export type Delivery = ActionResults['delivery.list']['items'][number]
export type Scope = Key['scopes'][number]
