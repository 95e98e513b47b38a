import type { Store } from '../../cloudfunctions/platform/store'
import type { Deps } from '../../cloudfunctions/usecases/kit/deps'
import type { World } from './world'

class Died extends Error {}

/** One run of a function, which may be killed. */
export interface Process {
  deps: Deps
  /** So far: one before every write, one before and one after every call to the vendor. */
  moments: () => number
  isDead: () => boolean
}

/** It dies at its `last`-th moment, and whatever of it is still under way does nothing more. */
export function processOf({ deps }: World, last = Number.POSITIVE_INFINITY): Process {
  let moments = 0
  let dead = false
  const alive = () => {
    if (dead) throw new Died()
  }
  const moment = () => {
    alive()
    moments += 1
    if (moments < last) return
    dead = true
    throw new Died()
  }
  const both = { before: moment, after: moment }
  const drivers = [...deps.drivers.values()].map(driver => ({
    ...mortal(driver, ['start', 'query'], both),
    ...(driver.batch && { batch: mortal(driver.batch, rowQuestions, both) }),
  }))
  const store = mortal(mortal(deps.store, reads, { before: alive, after: alive }), writes, {
    before: moment,
    after: alive,
  })
  return {
    deps: { ...deps, store, drivers: new Map(drivers.map(driver => [driver.id, driver])) },
    moments: () => moments,
    isDead: () => dead,
  }
}

/** Runs `dies` for every moment of a run at which its process may die. */
export async function atEveryMoment(total: number, dies: (last: number) => Promise<void>): Promise<void> {
  for (let last = 1; last <= total; last++) {
    try {
      await dies(last)
    } catch (error) {
      throw Object.assign(new Error(`died at moment ${last} of ${total}`), { cause: error })
    }
  }
}

/** Lets everything end that the dead process has left behind. */
export const settled = () => new Promise(resolve => setImmediate(resolve))

const reads = ['get', 'find', 'missing'] as const
const rowQuestions = ['register', 'prepared', 'progress', 'standing', 'link', 'withdraw'] as const
/** What is no read is a write: the next one has to join, or no run would ever die before it. */
const isWrite: Record<Exclude<keyof Store, (typeof reads)[number]>, true> = {
  insert: true,
  insertMany: true,
  replace: true,
  updateMany: true,
  remove: true,
  removeMany: true,
  makeDue: true,
  clearOutbox: true,
}
const writes = Object.keys(isWrite) as (keyof typeof isWrite)[]

/** The same thing, but its process may die before and after the methods named. */
function mortal<T extends object, M extends keyof T>(
  thing: T,
  methods: readonly M[],
  { before, after }: { before: () => void; after: () => void },
): T {
  const guarded = methods.map(name => {
    const method = thing[name]
    if (typeof method !== 'function') throw new Error(`${String(name)} is no method`)
    const run = async (...input: unknown[]) => {
      before()
      const result: unknown = await Reflect.apply(method, thing, input)
      after()
      return result
    }
    return [name, run]
  })
  return { ...thing, ...Object.fromEntries(guarded) }
}
