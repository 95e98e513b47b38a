import { ActionError } from '../domain/errors'
import type { Budget } from './budget'

/** Makes a call of the platform end. Throws WECHAT_UNAVAILABLE, and what the call throws. */
export type Patience = <T>(call: () => Promise<T>) => Promise<T>

/** WeChat's own calls have no time-out of ours: what does not end within `ms` is not waited for any longer. */
export function createPatience(budget: Budget, ms: number): Patience {
  return async call => {
    if (!budget.hasTime()) throw late()
    return budget.spend(() => within(Math.min(ms, budget.left()), call()))
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

const late = () => new ActionError('WECHAT_UNAVAILABLE', undefined, 'no answer in time')
