import { ActionError } from '../../domain/errors'
import {
  type Delivery,
  type DeliveryTry,
  failureOf,
  mostTries,
  nextTry,
  patience,
  restAfter,
  restOf,
  retryAfterOf,
} from '../../domain/integration/delivery'
import { type Endpoint, liveSecrets } from '../../domain/integration/endpoint'
import { bodyOf } from '../../domain/integration/event'
import { isHeld } from '../../domain/lease'
import { signWebhook } from '../../platform/webhookSignature'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { changeEndpoint, wake } from './changeEndpoint'
import { secretsOf } from './secrets'

/** Deliveries of one look at the database. */
const pageSize = 40
/** At once to one receiver that answers, and to all of them. */
const lanesEach = 4
const endpointsAtOnce = 20
/** ms one run may have an endpoint to itself: longer than any run. */
const lease = 90_000

export interface DeliveryReport {
  delivered: number
  undelivered: number
}

/**
 * Sends what is due, until `deadline`. Every endpoint is served by itself: one that is slow or dead delays nobody but
 * itself, and after a few failures it is only probed now and then.
 */
export async function deliver(deps: Deps, deadline: number): Promise<DeliveryReport> {
  const now = deps.clock()
  const report = { delivered: 0, undelivered: 0 }
  const due = await deps.store.find('endpoints', {
    where: [
      ['dueAt', 'gt', 0],
      ['dueAt', 'lte', now],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: endpointsAtOnce,
  })
  const free = due.filter(({ stopped, leaseUntil }) => stopped === null && !isHeld(leaseUntil, now, lease))
  await Promise.all(free.map(endpoint => serve(deps, endpoint, deadline, report)))
  return report
}

async function serve(deps: Deps, found: Endpoint, deadline: number, report: DeliveryReport): Promise<void> {
  const { _id, version } = found
  const leaseUntil = deps.clock() + lease
  if (!(await deps.store.replace('endpoints', _id, version, { leaseUntil }))) return
  const line = new Line(deps, found, report)
  while (line.open && deps.clock() < deadline && deps.hasTime()) {
    const probing = line.failures >= restAfter
    const page = await dueDeliveries(deps, _id, probing ? 1 : pageSize)
    if (page.length === 0) break
    const queue = [...page]
    await inLanes(line.failures === 0 ? lanesEach : 1, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (!line.open || deps.clock() >= deadline || !deps.hasTime()) return
        await line.send(next)
      }
    })
  }
  await release(deps, line)
}

/** One endpoint during one run: what became of the tries so far decides whether there are more. */
class Line {
  failures: number
  failingSince: number | null
  lastSuccessAt: number | null
  lastFailureAt: number | null
  gone = false
  /** A delivery has used up all its tries, and nothing got through meanwhile. */
  exhausted = false
  /** The last look found it resting or gone. */
  open = true

  constructor(
    private readonly deps: Deps,
    readonly endpoint: Endpoint,
    private readonly report: DeliveryReport,
  ) {
    this.failures = endpoint.failures
    this.failingSince = endpoint.failingSince
    this.lastSuccessAt = endpoint.lastSuccessAt
    this.lastFailureAt = endpoint.lastFailureAt
  }

  async send(delivery: Delivery): Promise<void> {
    const { deps } = this
    const event = await deps.store.get('events', delivery.eventId)
    if (!event) {
      await deps.store.replace('deliveries', delivery._id, delivery.version, { state: 'failed', dueAt: null })
      return
    }
    const body = JSON.stringify(bodyOf(event))
    const at = deps.clock()
    const secrets = liveSecrets(secretsOf(deps, this.endpoint), at)
    const answer = await deps.outbound({
      url: this.endpoint.url,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'realname-hub-webhooks/1',
        ...signWebhook(secrets, { id: event._id, at, body }),
      },
      body,
    })
    // Still due, under the same id: the next run sends it.
    if ('cut' in answer) {
      this.open = false
      return
    }
    const now = deps.clock()
    if ('failure' in answer) return this.failed(delivery, { at, status: null, failure: answer.failure }, null)
    const failure = failureOf(answer.status)
    const said = { at, status: answer.status, failure }
    if (failure === null) return this.succeeded(delivery, said)
    if (failure === 'gone') this.gone = true
    return this.failed(delivery, said, retryAfterOf(answer.retryAfter, now))
  }

  private async succeeded(delivery: Delivery, tried: DeliveryTry): Promise<void> {
    this.failures = 0
    this.failingSince = null
    this.lastSuccessAt = this.deps.clock()
    this.report.delivered += 1
    await this.written(delivery, tried, { state: 'delivered', dueAt: null })
  }

  private async failed(delivery: Delivery, tried: DeliveryTry, wish: number | null): Promise<void> {
    const now = this.deps.clock()
    this.failures += 1
    this.failingSince ??= now
    this.lastFailureAt = now
    this.report.undelivered += 1
    const chance = Number.parseInt(this.deps.random(2), 16) / 0x10000
    const dueAt = nextTry(delivery.tries.length + 1, now, chance, wish)
    if (dueAt === null) this.exhausted ||= (this.lastSuccessAt ?? 0) < (delivery.tries[0]?.at ?? 0)
    if (this.gone || this.exhausted || this.failures >= restAfter) this.open = false
    await this.written(delivery, tried, dueAt === null ? { state: 'failed', dueAt } : { dueAt })
  }

  private async written(
    { _id, version, tries }: Delivery,
    tried: DeliveryTry,
    changes: Partial<Pick<Delivery, 'state' | 'dueAt'>>,
  ): Promise<void> {
    const kept = [...tries, tried].slice(-mostTries)
    // Another run whose lease began when ours was over has sent it too, under the same id.
    await this.deps.store.replace('deliveries', _id, version, { ...changes, tries: kept })
  }
}

/**
 * Gives the endpoint back, and plans the next look. It is planned first and taken back only when nothing waits: a
 * delivery that comes in between is seen here, or finds nothing planned and plans itself.
 */
async function release(deps: Deps, line: Line): Promise<void> {
  const { endpoint, failures, failingSince, lastSuccessAt, lastFailureAt } = line
  const now = deps.clock()
  const unreachable = line.exhausted || (failingSince !== null && now - failingSince > patience)
  const why = line.gone ? 'gone' : unreachable ? 'unreachable' : null
  const rest = restOf(failures)
  const planned = await changeEndpoint(deps, endpoint._id, before => ({
    failures,
    failingSince,
    lastSuccessAt,
    lastFailureAt,
    leaseUntil: 0,
    stopped: before.stopped ?? (why && { why, at: now }),
    dueAt: why ? null : now + Math.max(rest, lease),
  })).catch(notFound)
  if (!planned || planned.stopped) {
    if (why) deps.log.warn('webhook.stopped', { endpoint: endpoint._id, why })
    return
  }
  const [first] = await deps.store.find('deliveries', {
    where: [
      ['endpointId', 'eq', endpoint._id],
      ['dueAt', 'gt', 0],
    ],
    fields: ['dueAt'],
    orderBy: [['dueAt', 'asc']],
    limit: 1,
  })
  if (!first?.dueAt) {
    await deps.store.replace('endpoints', endpoint._id, planned.version, { dueAt: null })
    return
  }
  await wake(deps, endpoint._id, Math.max(first.dueAt, now + rest)).catch(notFound)
}

function dueDeliveries({ store, clock }: Deps, endpointId: string, limit: number): Promise<Delivery[]> {
  return store.find('deliveries', {
    where: [
      ['endpointId', 'eq', endpointId],
      ['dueAt', 'gt', 0],
      ['dueAt', 'lte', clock()],
    ],
    orderBy: [['dueAt', 'asc']],
    limit,
  })
}

/** The endpoint was deleted meanwhile. */
function notFound(error: unknown): null {
  if (error instanceof ActionError && error.code === 'NOT_FOUND') return null
  throw error
}
