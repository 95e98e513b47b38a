import type { Counter } from '../domain/counter'
import { changeOrBegin } from './change'
import type { Clock } from './clock'
import type { Pace } from './pace'
import type { Store } from './store'

export interface PaceOptions {
  store: Pick<Store, 'get' | 'insert' | 'replace'>
  clock: Clock
  /** Calls of one action a second, over all instances. */
  perSecond: number
  /** ms a call waits at most for its place. */
  patienceMs: number
  sleep?: (ms: number) => Promise<void>
}

/**
 * ms; whoever comes later than that to its place would crowd the calls after it, and takes another one instead. At 18.8
 * places a second it takes two calls 63 ms nearer to each other than their places to bring 21 into one second; what these
 * two leave of it is for the way to the vendor.
 */
const latest = 25
/** ms before its place somebody may go who could not sleep so shortly. */
const earliest = 20
/** ms timers run late before it is called a habit; and how much of one sleep counts for it. */
const habit = 15
const mostOversleep = 60
/** How much the last sleep counts in what is expected of the next one. */
const newest = 0.2

/** Somebody who is told when his place is; null: he is given none. */
type Waiting = (at: number | null) => void

/**
 * Hands out places in time, one after the other, over all instances: a counter in the database holds the next free
 * one for each action, and whoever moves it on by compare-and-set owns the places in between. Callers of one instance
 * that wait at the same time take theirs together.
 */
export function createPace({ store, clock, perSecond, patienceMs, sleep = wait }: PaceOptions): Pace {
  const interval = 1000 / perSecond
  const waiting = new Map<string, Waiting[]>()
  /** ms the database took last time: a place that is nearer would be over before we know that it is ours. */
  let lead = 0
  /** ms timers run late here by habit: on a crowded machine whoever sleeps until its place has lost it. */
  let oversleep = 0

  return async action => {
    const since = clock()
    while (clock() - since <= patienceMs) {
      const at = await place(action)
      if (at === null) return false
      await until(at)
      if (clock() - at <= latest) return true
    }
    return false
  }

  /** Goes to sleep for less, by as much as it is used to waking late. */
  async function until(at: number): Promise<void> {
    const isLateByHabit = oversleep > habit
    for (let pause = at - clock(); pause > (isLateByHabit ? earliest : 0); pause = at - clock()) {
      const wanted = isLateByHabit ? Math.max(pause - oversleep, 1) : pause
      const due = clock() + wanted
      await sleep(wanted)
      const late = Math.min(mostOversleep, Math.max(0, clock() - due))
      oversleep += (late - oversleep) * newest
    }
  }

  function place(action: string): Promise<number | null> {
    return new Promise(resolve => {
      const queue = waiting.get(action)
      if (queue) queue.push(resolve)
      else hand(action, [resolve])
    })
  }

  /** Takes places for all that wait now; who comes meanwhile waits for the next turn. */
  async function hand(action: string, queue: Waiting[]): Promise<void> {
    waiting.set(action, queue)
    while (queue.length > 0) {
      const callers = queue.splice(0)
      const places = await reserve(`pace:${action}`, callers.length).catch(() => [])
      for (const [index, resolve] of callers.entries()) resolve(places[index] ?? null)
      // Lets the callers that were answered come back in time to share the next turn.
      await Promise.resolve()
    }
    waiting.delete(action)
  }

  /** Up to `count` places in a row; those that are too far away are left free. */
  async function reserve(id: string, count: number): Promise<number[]> {
    let places: number[] = []
    let asked = clock()
    const decide = (counter: Counter | null) => {
      const next = counter?.value ?? 0
      // Nobody is given a place so far away: a clock that was ahead has left it, and holds nobody up for an hour.
      const isFromAhead = next - asked > 2 * patienceMs + 60_000
      const first = isFromAhead ? asked + lead : Math.max(asked + lead, next)
      const row = Array.from({ length: count }, (_, index) => first + index * interval)
      places = row.filter(at => at - asked <= patienceMs)
      return places.length === 0 ? null : { value: first + places.length * interval }
    }
    const measured = () => {
      lead = clock() - asked
    }
    await changeOrBegin(store, 'counters', id, decide, async () => {
      measured()
      await sleep(Math.random() * 20)
      asked = clock()
    })
    if (places.length > 0) measured()
    return places
  }
}

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
