import type { LockView } from '../../contract/operator'
import { dayOf } from '../../domain/day'
import { ActionError } from '../../domain/errors'
import { type Guessed, limits, pauseAfter } from '../../domain/limits'
import { change } from '../../platform/change'
import type { Deps } from './deps'
import { closeUntil, counterOf } from './limits'

const day = 24 * 3600_000
/** Days an owner is told of. */
const daysTold = 7

/** Whether an error says that what was typed or scanned opens nothing. */
export function isWrongGuess(error: unknown): boolean {
  if (!(error instanceof ActionError)) return false
  if (error.code === 'SETUP_CODE_WRONG') return true
  return error.field === 'token' && (error.code === 'NOT_FOUND' || error.code === 'HANDOVER_OVER')
}

/** After a try that was counted turned out wrong: slows the next one down, and locks, which owners are told. */
export async function countWrongGuess(deps: Deps, name: Guessed, who: string): Promise<void> {
  const { id, until } = counterOf(deps, name, who)
  const most = deps.config.limits[name]
  const more = limits[name].wrong - 1
  const now = deps.clock()
  const { document } = await change(deps.store, 'counters', id, ({ value }) => ({
    value: value + more,
    notBefore: now + pauseAfter(Math.floor((value + more) / limits[name].wrong)),
  }))
  if (!document) return
  const isLocked = document.value >= most
  closeUntil(deps, name, who, isLocked ? until : (document.notBefore ?? 0))
  if (!isLocked) return
  // Many may be under way when it locks: the first of them tells.
  const told = { _id: `told:${id}`, version: 1, value: 1, until }
  if (await deps.store.insert('counters', told)) await tellOwners(deps, name)
}

/** What owners see of the last days, newest first. */
export async function recentLocks({ store, clock }: Deps): Promise<LockView[]> {
  const days = Array.from({ length: daysTold }, (_, back) => dayOf(clock() - back * day))
  const wanted = days.flatMap(each => kinds.map(kind => ({ kind, day: each, id: lockId(kind, each) })))
  const found = await store.find('counters', {
    where: [['_id', 'in', wanted.map(({ id }) => id)]],
    limit: wanted.length,
  })
  const people = new Map(found.map(({ _id, value }) => [_id, value]))
  return wanted.flatMap(({ kind, day: on, id }) => {
    const several = people.get(id)
    return several === undefined ? [] : [{ kind, day: on, people: several }]
  })
}

const kinds: readonly Guessed[] = ['codes', 'tokens']
const lockId = (kind: Guessed, on: string): string => `lock:${kind}:${on}`

async function tellOwners({ store, clock, log }: Deps, name: Guessed): Promise<void> {
  log.warn('guess.locked', { kind: name })
  const _id = lockId(name, dayOf(clock()))
  const first = { _id, version: 1, value: 1, until: clock() + (daysTold + 1) * day }
  if (await store.insert('counters', first)) return
  await store.updateMany('counters', [['_id', 'eq', _id]], { set: {}, add: { value: 1 } })
}
