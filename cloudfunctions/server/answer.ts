import * as v from 'valibot'
import { type Route, routes } from '../contract/server/routes'
import { TooOften } from '../domain/errors'
import type { ApiKey } from '../domain/integration/apiKey'
import { Refusal } from '../domain/integration/refusal'
import { type Bounds, isWithin } from '../platform/bounds'
import { createLog } from '../platform/log'
import { authenticate } from '../usecases/integration/apiKeys'
import { recordAct } from '../usecases/kit/acts'
import type { Deps } from '../usecases/kit/deps'
import { closedFor, counted } from '../usecases/kit/limits'
import { once, type Refuse, repeatable } from '../usecases/kit/once'
import { bodyLimit, readEvent, requestIdOf, type ServerRequest } from './event'
import { handlers } from './handlers'
import { matchRoute } from './match'
import { problemOf } from './problem'

const log = createLog()

/** ms an answer is kept for who asks again. */
const answerLifetime = 24 * 3600_000

/** `body`: the JSON text, sent byte for byte. */
const sealedAnswer = v.strictObject({ status: v.number(), body: v.string() })
type Answer = v.InferOutput<typeof sealedAnswer>

interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** One call: who asks, what for, whether the input fits, then the use case. Never throws. */
export async function answerServer(dependencies: () => Deps, event: unknown): Promise<HttpAnswer> {
  const request = readEvent(event)
  const requestId = requestIdOf(event)
  try {
    if (!request) throw new Refusal('ROUTE_UNKNOWN')
    if (isDocument(request)) return json(requestId, { status: 200, body: await apiDocument() })
    return json(requestId, await answered(dependencies(), request))
  } catch (error) {
    return refused(requestId, error)
  }
}

async function answered(deps: Deps, request: ServerRequest): Promise<Answer> {
  for (const address of request.addresses) refuseFor(closedFor(deps, 'wrongKeys', address))
  const key = await known(deps, request)
  refuseFor(await counted(deps, 'apiCalls', key._id))
  const { name, params } = matchRoute(request.method, request.path)
  const route: Route = routes[name]
  if (!key.scopes.includes(route.scope)) throw new Refusal('SCOPE_MISSING')
  const input = {
    params: checked(route.params, params),
    query: checked(route.query, request.query),
    body: checked(route.body, bodyOf(request)),
  }
  const idempotencyKey = request.headers['idempotency-key']
  const act = async (intent: string): Promise<Answer> => {
    if (route.trace === 'act')
      await recordAct(deps, {
        event: `server.${name}`,
        operator: key._id,
        subject: subjectOf(params),
        detail: '',
      })
    const own = intent === '' ? deps : repeatable(deps, intent)
    const answer = await handlers[name](own, { key: key._id, intent, ...input })
    return { status: route.status, body: JSON.stringify(answer) }
  }
  if (!route.creates && idempotencyKey === undefined) return act('')
  if (!/^[\w-]{1,64}$/.test(idempotencyKey ?? '')) throw new Refusal('IDEMPOTENCY_KEY_MISSING')
  const asked = {
    scope: ['server', key._id],
    key: idempotencyKey ?? '',
    request: [request.method, request.path.join('/'), request.body].join('\0'),
  }
  return once(deps, asked, { schema: sealedAnswer, keptFor: answerLifetime, refuse }, act)
}

/** The id in the path fitted the route's schema; '' for what is only being made. */
const subjectOf = ({ id = '' }: Readonly<Record<string, string>>): string => id

/** s */
const retryAfter = 5
const refuse: Refuse = why =>
  why === 'reused'
    ? new Refusal('IDEMPOTENCY_KEY_REUSED')
    : new Refusal('IDEMPOTENCY_IN_PROGRESS', { retryAfter })

/** Wrong keys are counted by address: guessing is slowed down long before it could succeed. */
async function known(deps: Deps, request: ServerRequest): Promise<ApiKey> {
  try {
    return await authenticate(deps, request.headers.authorization)
  } catch (error) {
    if (error instanceof Refusal)
      for (const address of request.addresses) refuseFor(await counted(deps, 'wrongKeys', address))
    throw error
  }
}

/** Throws Refusal RATE_LIMITED with the seconds until it may be tried again. */
function refuseFor(retryAfter: number | null): void {
  if (retryAfter !== null) throw new Refusal('RATE_LIMITED', { retryAfter })
}

function bodyOf({ method, body }: ServerRequest): unknown {
  if (Buffer.byteLength(body) > bodyLimit) throw new Refusal('BODY_TOO_LARGE')
  if (method === 'GET' || body === '') return {}
  const value = parsed(body)
  if (!isWithin(value, bodyBounds)) throw new Refusal('BODY_INVALID')
  return value
}

/** The largest that is asked for: a hundred rows of an enterprise each. */
const bodyBounds: Bounds = { depth: 8, values: 20_000, characters: bodyLimit }

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Refusal('BODY_UNREADABLE')
  }
}

/** What fits the schema. The field that does not is named by its place in the schema, never by the caller's words. */
function checked(schema: v.GenericSchema, value: unknown): unknown {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const unknownField = issue.type === 'strict_object' && issue.expected === 'never'
  const field = unknownField ? undefined : v.getDotPath(issue)
  throw new Refusal('BODY_INVALID', field ? { field } : {})
}

function isDocument({ method, path }: ServerRequest): boolean {
  return method === 'GET' && path.join('/') === 'openapi.json'
}

/** Hardly anybody asks for it, and every cold start would read it. */
async function apiDocument(): Promise<string> {
  const { default: openapi } = await import('../../docs/openapi.json')
  return JSON.stringify(openapi)
}

const common = (requestId: string) => ({
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-request-id': requestId,
})

function json(requestId: string, { status, body }: Answer): HttpAnswer {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...common(requestId) },
    body,
  }
}

function refused(requestId: string, error: unknown): HttpAnswer {
  const problem = problemOf(error, `urn:request:${requestId}`)
  if (problem.status >= 500)
    log.error('server.failed', {
      requestId,
      code: problem.code,
      error: error instanceof Error ? error.name : 'unknown',
    })
  const retryAfter = error instanceof Refusal || error instanceof TooOften ? error.retryAfter : null
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...common(requestId),
      ...(retryAfter !== null && { 'retry-after': String(retryAfter) }),
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify(problem),
  }
}
