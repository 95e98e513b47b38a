import { type ChaosCase, kinds } from './cases'
import type { PeopleWorld } from './people-world'

export interface Tally {
  name: string
  rounds: number
  /** What went wrong, with what was tried. */
  faults: string[]
  ms: number
}

interface Played {
  rounds: number
  seed: number
  /** The how many-th of the vendors and kinds begins. */
  from?: number
  /** Hears after every round how many there were, and what went wrong so far. */
  tell?: (done: number, faults: readonly string[]) => void
}

/** The same numbers for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Plays a case so many times, through the vendors with persons and organizations, beginning with the `from`-th. */
export async function play(
  world: PeopleWorld,
  { name, round }: ChaosCase,
  { rounds, seed, from = 0, tell = () => {} }: Played,
): Promise<Tally> {
  const chance = chanceOf(seed)
  const faults: string[] = []
  const since = performance.now()
  for (let each = 0; each < rounds; each++) {
    const kind = kinds[(from + each) % kinds.length]
    if (!kind) continue
    try {
      await round(world, world.person(kind.vendor, kind.subject), chance)
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown'
      faults.push(`round ${each + 1}, ${kind.vendor} ${kind.subject}: ${why}`)
      // What is broken now is not to be the next one's fault.
      await world.kill()
    }
    tell(each + 1, faults)
  }
  return { name, rounds, faults, ms: Math.round(performance.now() - since) }
}
