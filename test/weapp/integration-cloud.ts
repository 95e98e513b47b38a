import type { ApiKeyView, DeliveryView, EndpointView } from '../../cloudfunctions/contract/integration'
import type { Role } from '../../cloudfunctions/domain/roles'
import { jumps } from './jumps'
import { vendorNames } from './vendors'
import { emptyFigures } from './workplace-cloud'

type Input = Record<string, unknown>

export interface IntegrationWorld {
  answer(action: string, input: Input): unknown
  /** The next calls of an action fail. */
  fail(action: string, code: string | null): void
  inputsOf(action: string): Input[]
  role: Role
  keys: ApiKeyView[]
  endpoints: EndpointView[]
  deliveries: DeliveryView[]
}

const day = 24 * 3600_000
export const keyText = `rnk_${'a'.repeat(16)}_${'b'.repeat(64)}`
export const secretText = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const keyId = (digit: number) => `k_${String(digit).repeat(16)}`
export const endpointId = (digit: number) => `we_${String(digit).repeat(32)}`
export const deliveryId = (digit: number) => `dl_${String(digit).repeat(32)}`

export const endpointOf = (digit: number, part: Partial<EndpointView> = {}): EndpointView => ({
  id: endpointId(digit),
  url: `https://hook${digit}.example.com/realname`,
  types: null,
  stopped: null,
  createdAt: Date.now() - day,
  lastSuccessAt: null,
  lastFailureAt: null,
  ...part,
})

export const deliveryOf = (digit: number, part: Partial<DeliveryView> = {}): DeliveryView => ({
  id: deliveryId(digit),
  endpointId: endpointId(1),
  eventId: `evt_${String(digit).repeat(32)}`,
  type: 'verification.verified',
  state: 'delivered',
  dueAt: null,
  tries: [{ at: Date.now() - 60_000, status: 204, failure: null }],
  createdAt: Date.now() - 120_000,
  ...part,
})

/** A cloud with a key and an endpoint, as an owner sees it; it answers as the contract says. */
export function createIntegrationWorld(): IntegrationWorld {
  const failures = new Map<string, string>()
  const calls: { action: string; input: Input }[] = []
  const endpointBy = (id: unknown) => world.endpoints.find(each => each.id === id)
  const data: Record<string, (input: Input) => unknown> = {
    'config.get': () => ({ vendors: [], policy: {}, support: null, vendorNames, jumps, pollSeconds: 1 }),
    'operator.me': () => ({ role: world.role }),
    'workplace.figures': () => emptyFigures,
    'apiKey.list': () => ({ keys: world.keys }),
    'apiKey.create': ({ label, days }) => {
      const expiresAt = days === null ? null : Date.now() + Number(days) * day
      world.keys = [keyOf(5, { label: String(label), expiresAt }), ...world.keys]
      return { id: keyId(5), key: keyText }
    },
    'apiKey.revoke': ({ id }) => {
      world.keys = world.keys.map(each => (each.id === id ? { ...each, revokedAt: Date.now() } : each))
      return { keys: world.keys }
    },
    'endpoint.list': () => ({ endpoints: world.endpoints }),
    'endpoint.create': ({ url, types }) => {
      const known = types === null ? null : (['verification.verified'] as const).slice()
      const endpoint = endpointOf(7, { url: String(url), types: known })
      world.endpoints = [...world.endpoints, endpoint]
      return { endpoint, secret: secretText }
    },
    'endpoint.rotate': ({ id }) => ({ endpoint: endpointBy(id), secret: secretText }),
    'endpoint.test': () => ({ eventId: `evt_${'9'.repeat(32)}` }),
    'endpoint.switch': ({ id, active }) => {
      const stopped = active ? null : ({ why: 'operator', at: Date.now() } as const)
      world.endpoints = world.endpoints.map(each => (each.id === id ? { ...each, stopped } : each))
      return { endpoints: world.endpoints }
    },
    'endpoint.remove': ({ id }) => {
      world.endpoints = world.endpoints.filter(each => each.id !== id)
      return { endpoints: world.endpoints }
    },
    'delivery.list': ({ endpointId: of }) => ({
      items: world.deliveries.filter(each => of === undefined || each.endpointId === of),
      nextCursor: null,
    }),
    'delivery.replay': ({ id }) => {
      world.deliveries = world.deliveries.map(each =>
        each.id === id ? { ...each, state: 'pending', dueAt: Date.now() } : each,
      )
      return { delivery: world.deliveries.find(each => each.id === id) }
    },
  }
  const world: IntegrationWorld = {
    role: 'owner',
    keys: [keyOf(1, { label: '供应商系统', lastUsedAt: Date.now() - 3600_000 })],
    endpoints: [endpointOf(1)],
    deliveries: [],
    inputsOf: action => calls.filter(each => each.action === action).map(each => each.input),
    fail: (action, failure) => void (failure ? failures.set(action, failure) : failures.delete(action)),
    answer(action, input) {
      calls.push({ action, input })
      const failure = failures.get(action)
      if (failure) return { ok: false, error: { code: failure, message: '' }, requestId: 'r' }
      return { ok: true, data: structuredClone(data[action]?.(input) ?? null) }
    },
  }
  return world
}

function keyOf(digit: number, part: Partial<ApiKeyView>): ApiKeyView {
  return {
    id: keyId(digit),
    label: '',
    scopes: ['read', 'invite'],
    createdAt: Date.now() - day,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    ...part,
  }
}
