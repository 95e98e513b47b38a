import { Refusal } from '../../domain/integration/refusal'
import type { Deps } from '../kit/deps'

const minute = 60_000

/** Calls a minute by the clock: of one key, and refused ones of one address. Those of a moment may all be the last. */
const limits = { key: 600, address: 30 } as const
export type Caller = keyof typeof limits

/** Throws Refusal RATE_LIMITED with the seconds until the next minute. */
export async function requireCalls(deps: Deps, caller: Caller, id: string): Promise<void> {
  const { _id, until } = counterOf(deps, caller, id)
  const counter = await deps.store.get('counters', _id)
  if ((counter?.value ?? 0) < limits[caller]) return
  throw new Refusal('RATE_LIMITED', { retryAfter: Math.ceil((until - deps.clock()) / 1000) })
}

/** Counts a call. */
export async function countCall(deps: Deps, caller: Caller, id: string): Promise<void> {
  const first = counterOf(deps, caller, id)
  const add = () =>
    deps.store.updateMany('counters', [['_id', 'eq', first._id]], { set: {}, add: { value: 1 } })
  if ((await add()) === 0 && !(await deps.store.insert('counters', first))) await add()
}

/** The sweep removes it once its minute is over. */
function counterOf({ vault, clock }: Deps, caller: Caller, id: string) {
  const current = Math.floor(clock() / minute)
  const who = vault.digest('calls', caller, id).slice(0, 32)
  return { _id: `calls:${who}:${current}`, version: 1, value: 1, until: (current + 1) * minute }
}
