import * as fc from 'fast-check'
import { actsChain } from '../../cloudfunctions/domain/act'
import { collectionNames } from '../../cloudfunctions/platform/store'
import type { MemoryStore } from '../support/memory-store'

export interface FuzzOptions {
  seed: number
  runs: number
  /** Most ms one input may take; null: not measured, as where others use the machine. */
  patienceMs: number | null
}

export interface Fuzz {
  name: string
  /** Throws with the input at fault and the seed. */
  run(options: FuzzOptions): Promise<void>
}

/** Counts of tries, places taken while it is looked at, and when a key was last used are no state of anybody. */
const passing: readonly string[] = ['counters', 'slots', 'api_keys']

/** Everything that is stored, as text. */
export function stateOf(store: MemoryStore): string {
  return JSON.stringify(
    collectionNames
      .filter(name => !passing.includes(name))
      .map(name => [name, store.all(name).filter(document => !isAct(document))]),
  )
}

/** That something was asked for is written down before it is done, or refused. */
const isAct = (document: object) => 'chain' in document && document.chain === actsChain

/** Runs `check` over inputs made from the seed. */
export async function forAll<T>(
  inputs: fc.Arbitrary<T>,
  { seed, runs, patienceMs }: FuzzOptions,
  check: (input: T) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(inputs, async input => {
      const before = performance.now()
      await check(input)
      const took = performance.now() - before
      if (patienceMs !== null && took > patienceMs) throw new Error(`took ${Math.round(took)} ms`)
    }),
    { seed, numRuns: runs, endOnFailure: true },
  )
}
