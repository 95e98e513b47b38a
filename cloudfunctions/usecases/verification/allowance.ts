import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'

const hour = 3_600_000
/** Documents of one run of the sweep. */
const runSize = 100

/**
 * Each attempt costs a call to a vendor, and often money: one person has so many in an hour by the clock. Asked before
 * anything is written, counted once the call is certain to be made; those of the same moment may all be the last.
 * Throws TOO_MANY_ATTEMPTS.
 */
export async function requireAllowance(deps: Deps, owner: string): Promise<void> {
  const counter = await deps.store.get('counters', counterOf(deps, owner)._id)
  if ((counter?.value ?? 0) >= deps.config.attemptsPerHour) throw new ActionError('TOO_MANY_ATTEMPTS')
}

/** Counts an attempt. */
export async function countAttempt(deps: Deps, owner: string): Promise<void> {
  const first = counterOf(deps, owner)
  const add = () =>
    deps.store.updateMany('counters', [['_id', 'eq', first._id]], { set: {}, add: { value: 1 } })
  if ((await add()) === 0 && !(await deps.store.insert('counters', first))) await add()
}

/** Removes the counts of hours that are over. */
export async function clearAttempts({ store }: Deps, now: number): Promise<void> {
  const over = await store.find('counters', {
    where: [
      ['until', 'gt', 0],
      ['until', 'lte', now],
    ],
    limit: runSize,
  })
  for (const { _id, version } of over) await store.remove('counters', _id, version)
}

function counterOf({ vault, clock }: Deps, owner: string) {
  const current = Math.floor(clock() / hour)
  const person = vault.digest('attempts', owner).slice(0, 32)
  return { _id: `attempts:${person}:${current}`, version: 1, value: 1, until: (current + 1) * hour }
}
