import { TooOften } from '../../domain/errors'
import { isGuessed, type LimitName, limitOf } from '../../domain/limits'
import type { Deps } from './deps'
import { pageSize } from './untilDone'

/**
 * Counts first what is to be done: of many at the same moment only so many go on. Throws TooOften:
 * TOO_MANY_ATTEMPTS, TOO_MANY_TRIES, else TOO_MANY_CALLS.
 */
export async function count(deps: Deps, name: LimitName, who: string): Promise<void> {
  const wait = await counted(deps, name, who)
  if (wait !== null) throw tooOften(name, wait)
}

export function tooOften(name: LimitName, seconds: number): TooOften {
  if (name === 'attempts') return new TooOften('TOO_MANY_ATTEMPTS', seconds)
  return new TooOften(isGuessed(name) ? 'TOO_MANY_TRIES' : 'TOO_MANY_CALLS', seconds)
}

/** Counts; or the seconds after which it may be tried again, and then nothing is counted. */
export async function counted(deps: Deps, name: LimitName, who: string): Promise<number | null> {
  const now = deps.clock()
  const most = deps.config.limits[name]
  const { id, until } = counterOf(deps, name, who)
  const known = deps.tally.of(id, until, now)
  if (known.closedUntil > now) return secondsTo(known.closedUntil, now)
  if (limitOf(name).kept === 'instance') {
    if (known.count >= most) return secondsTo(until, now)
    known.count += 1
    return null
  }
  if (await countEverywhere()) return null
  const counter = await deps.store.get('counters', id)
  known.closedUntil = counter && counter.value < most ? (counter.notBefore ?? 0) : until
  return secondsTo(known.closedUntil, now)

  /** One call to the database; two where another instance was first, or the first is still at it. */
  async function countEverywhere(): Promise<boolean> {
    const add = async () =>
      (await deps.store.updateMany(
        'counters',
        [
          ['_id', 'eq', id],
          ['value', 'lt', most],
          ['notBefore', 'lte', now],
        ],
        { set: {}, add: { value: 1 } },
      )) === 1
    if (known.known && (await add())) return true
    const first = { _id: id, version: 1, value: 1, until, notBefore: 0 }
    known.known = true
    return (await deps.store.insert('counters', first)) || (await add())
  }
}

/** What was counted and then did not happen. */
export async function giveBack(deps: Deps, name: LimitName, who: string): Promise<void> {
  const { id } = counterOf(deps, name, who)
  const where = [
    ['_id', 'eq', id],
    ['value', 'gte', 1],
  ] as const
  await deps.store.updateMany('counters', where, { set: {}, add: { value: -1 } })
}

/** ms since the epoch until which this instance refuses at once. For what another rule has closed. */
export function closeUntil(deps: Deps, name: LimitName, who: string, at: number): void {
  const { id, until } = counterOf(deps, name, who)
  deps.tally.of(id, until, deps.clock()).closedUntil = at
}

/** Seconds this instance refuses for, without a look at the database; null: it does not. */
export function closedFor(deps: Deps, name: LimitName, who: string): number | null {
  const now = deps.clock()
  const { id, until } = counterOf(deps, name, who)
  const { closedUntil } = deps.tally.of(id, until, now)
  return closedUntil > now ? secondsTo(closedUntil, now) : null
}

/** Removes the counts of windows that are over. */
export async function clearCounts({ store }: Deps, now: number): Promise<number> {
  const over = await store.find('counters', {
    where: [
      ['until', 'gt', 0],
      ['until', 'lte', now],
    ],
    limit: pageSize,
  })
  for (const { _id, version } of over) await store.remove('counters', _id, version)
  return over.length
}

/** Holds no openid, key or address. */
export function counterOf({ vault, clock }: Deps, name: LimitName, who: string) {
  const { window } = limitOf(name)
  const until = (Math.floor(clock() / window) + 1) * window
  return { id: `limit:${name}:${vault.digest('limit', name, who).slice(0, 32)}:${until}`, until }
}

const secondsTo = (at: number, now: number): number => Math.max(1, Math.ceil((at - now) / 1000))
