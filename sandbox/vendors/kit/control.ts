/** `/__sandbox/*`: what developers and tests use to read and to direct a simulator. */
import type { Clock } from './clock'
import { type Answer, json, parseJsonBody, type SandboxRequest } from './http'
import { createRouter, type Route } from './router'
import type { Script } from './script'
import { object, type Parse, required, shape, wholeNumber } from './shape'
import type { TrafficLog } from './traffic-log'

export const CONTROL_PREFIX = '/__sandbox/'

const LOCAL_ORIGIN = /^http:\/\/127\.0\.0\.1(:\d+)?$/
const TEN_YEARS_MS = 10 * 365 * 24 * 3_600_000

const clockShape = object({ offsetMs: required(wholeNumber(-TEN_YEARS_MS, TEN_YEARS_MS)) })

export function refuse(sentence: string, status = 400): Answer {
  return json({ error: sentence }, { status })
}

/** Hands a JSON body of the right shape to `handle`, or answers 400 with the reason. */
export function withBody<T>(
  request: SandboxRequest,
  parse: Parse<T>,
  handle: (value: T) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const body = parseJsonBody(request)
  if (!body.ok) return refuse(body.problem)
  const shaped = shape(parse, body.value)
  return shaped.ok ? handle(shaped.value) : refuse(shaped.problem)
}

export function createControl(options: {
  clock: Clock
  log: TrafficLog
  script: Script
  reset(): void
  more: readonly Route[]
}) {
  const { clock, log, script } = options
  const clockNow = () => json({ offsetMs: clock.offsetMs(), now: clock.now() })
  const at = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    path: CONTROL_PREFIX + path,
    kind: 'page',
    handle,
  })
  const router = createRouter([
    at('GET', 'log', ({ query }) => {
      const since = Number(query.get('since') ?? 0)
      if (!Number.isInteger(since)) return refuse('since must be the id of an entry')
      const prefix = query.get('path') ?? ''
      return json({ entries: log.since(since, prefix), counts: log.counts(prefix) })
    }),
    at('DELETE', 'log', () => {
      log.clear()
      return json({ ok: true })
    }),
    at('GET', 'next', () => json({ queue: script.queue() })),
    at('DELETE', 'next', () => {
      script.clear()
      return json({ queue: script.queue() })
    }),
    at('POST', 'next', request =>
      withBody(
        request,
        value => value,
        order => {
          const added = script.add(order)
          return added.ok ? json({ queued: added.value, queue: script.queue() }) : refuse(added.problem)
        },
      ),
    ),
    at('POST', 'reset', () => {
      options.reset()
      return json({ ok: true })
    }),
    at('GET', 'clock', clockNow),
    at('POST', 'clock', request =>
      withBody(request, clockShape, ({ offsetMs }) => {
        clock.move(offsetMs)
        return clockNow()
      }),
    ),
    ...options.more,
  ])

  return async (request: SandboxRequest): Promise<Answer> => {
    const origin = request.headers.origin
    if (origin !== undefined && !LOCAL_ORIGIN.test(origin) && origin !== `http://${request.headers.host}`) {
      return refuse(`pages of ${origin} may not direct the sandbox`, 403)
    }
    const match = router.match(request.method, request.path)
    const answer =
      request.method === 'OPTIONS'
        ? { status: 204, headers: {}, body: '' }
        : ((await match?.route.handle(request, match.params)) ??
          refuse(`nothing answers ${request.method} ${request.path}`, 404))
    return origin === undefined ? answer : { ...answer, headers: { ...answer.headers, ...cors(origin) } }
  }
}

function cors(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'content-type',
    vary: 'Origin',
  }
}
