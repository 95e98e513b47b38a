import { performance } from 'node:perf_hooks'

/** ms since the epoch. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

/** ms by a clock that only goes forward, whatever is done to the time of day; where it begins means nothing. */
export type Stopwatch = () => number

export const monotonic: Stopwatch = () => performance.now()
