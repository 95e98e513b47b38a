import { Webhook } from 'standardwebhooks'
import type { Scope } from '../../cloudfunctions/domain/integration/apiKey'
import type { OutboundAnswer, OutboundRequest } from '../../cloudfunctions/platform/outbound'
import { answerServer } from '../../cloudfunctions/server/answer'
import { createApiKey } from '../../cloudfunctions/usecases/integration/apiKeys'
import { createInvitationWorld, type InvitationWorld } from './invitation-world'
import type { World } from './world'

export interface Received extends OutboundRequest {
  at: number
}

export interface ServerAnswer {
  status: number
  headers: Record<string, string>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a JSON answer
  json: any
}

interface ServerDoor {
  key: string
  /** What receivers got, oldest first. */
  received: Received[]
  /** What a receiver answers; default 200. */
  onDelivery(answer: (request: OutboundRequest) => OutboundAnswer): void
  newKey(scopes: Scope[], days?: number | null): Promise<{ id: string; key: string }>
  call(method: string, path: string, options?: CallOptions): Promise<ServerAnswer>
  endpoint(options?: { url?: string; types?: string[] }): Promise<{ id: string; secret: string }>
}

export type ServerWorld = InvitationWorld & ServerDoor

interface CallOptions {
  body?: unknown
  query?: Record<string, string>
  headers?: Record<string, string>
  key?: string | null
  idempotencyKey?: string
}

export const allScopes: Scope[] = ['read', 'invite', 'batch', 'webhooks']

/** The server function over an in-memory store, with receivers that answer what a test wants. */
export async function createServerWorld(): Promise<ServerWorld> {
  return withServer(await createInvitationWorld())
}

/** The same over another world; its operator is `olivia`. */
export async function withServer<W extends World>(world: W): Promise<W & ServerDoor> {
  const received: Received[] = []
  let answer: (request: OutboundRequest) => OutboundAnswer = () => ({ status: 200, retryAfter: undefined })
  world.deps.outbound = async request => {
    received.push({ ...request, at: world.deps.clock() })
    return answer(request)
  }
  let intents = 0
  const newKey = (scopes: Scope[], days: number | null = null) =>
    createApiKey(world.deps, 'olivia', { label: '测试系统', scopes, days })
  const { key } = await newKey(allScopes)
  const call: ServerDoor['call'] = async (method, path, options = {}) => {
    const { body, query = {}, headers = {}, idempotencyKey } = options
    const bearer = options.key === undefined ? key : options.key
    const {
      statusCode,
      headers: answered,
      body: text,
    } = await answerServer(() => world.deps, {
      path: `/v1${path}`,
      httpMethod: method,
      headers: {
        ...(bearer !== null && { Authorization: `Bearer ${bearer}` }),
        ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
        ...headers,
      },
      queryStringParameters: query,
      requestContext: { requestId: 'request-1' },
      body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      isBase64Encoded: false,
    })
    return { status: statusCode, headers: answered, text, json: JSON.parse(text) }
  }
  return {
    ...world,
    key,
    received,
    newKey,
    call,
    onDelivery(next) {
      answer = next
    },
    async endpoint({ url = 'https://hook.example.com/realname', types } = {}) {
      const { status, json } = await call('POST', '/webhook-endpoints', {
        body: { url, ...(types && { types }) },
        idempotencyKey: `endpoint-${++intents}`,
      })
      if (status !== 201) throw new Error(JSON.stringify(json))
      return { id: json.id, secret: json.secret }
    },
  }
}

/** What a receiver with the published client makes of it; the clock of the test plays no part. */
export function verified(secret: string, { headers, body }: OutboundRequest) {
  const at = Number(headers['webhook-timestamp']) * 1000
  const now = jest.spyOn(Date, 'now').mockReturnValue(at)
  try {
    return new Webhook(secret).verify(body, headers)
  } finally {
    now.mockRestore()
  }
}
