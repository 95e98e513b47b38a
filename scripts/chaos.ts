import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { cases, kinds } from '../test/chaos/cases'
import { openPeopleWorld } from '../test/chaos/people-world'
import { play, type Tally } from '../test/chaos/run'
import { buildFunctions } from './build-functions'

/**
 * What goes wrong around the functions that ship, on the local cloud: `npm run chaos -- --rounds 100 --seed 1 --only
 * killed --rows 1000`. Prints a table: the case, its rounds, those that ended as they should, the faults.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    rows: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
/** Of the kills; of the other cases each vendor has so many persons and organizations. */
const kills = Number(values.rounds ?? 100)
const others = kinds.length * Math.max(1, Math.round(kills / 50))
const rows = Number(values.rows ?? 1000)
const isWanted = (name: string) => values.only === undefined || name.includes(values.only)

async function main(): Promise<void> {
  console.log(`seed ${seed}`)
  await buildFunctions()
  const tallies: Tally[] = []
  for (const each of cases.filter(({ name }) => isWanted(name))) {
    const world = await openPeopleWorld()
    try {
      const rounds = each.name.startsWith('killed') ? kills : others
      const tally = await play(world, each, { seed, rounds, tell: progress(rounds) })
      tallies.push(tally)
      print(tally)
    } finally {
      await world.close()
    }
  }
  if (rows > 0 && isWanted('batch')) {
    const tally = await batch()
    tallies.push(tally)
    print(tally)
  }
  process.exitCode = tallies.some(({ faults }) => faults.length > 0) ? 1 : 0
}

/** A line every ten rounds, on the other channel: a hundred kills take a quarter of an hour on two quiet cores. */
const progress = (rounds: number) => (done: number, faults: readonly string[]) => {
  if (done % 10 === 0 && done < rounds) console.error(`  ${done} of ${rounds}, faults ${faults.length}`)
}

function print({ name, rounds, faults, ms }: Tally): void {
  const good = String(rounds - faults.length).padStart(4)
  console.log(
    `${name.padEnd(50)} ${String(rounds).padStart(4)} rounds ${good} good  ${Math.round(ms / 1000)} s`,
  )
  for (const fault of faults) console.log(`  FAULT ${fault}`)
}

/** The rows of a batch, killed and cut off in all their steps: the test itself, in full size. */
async function batch(): Promise<Tally> {
  const since = performance.now()
  const test = spawn(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--maxWorkers=1', 'test/chaos/batch.test.ts'],
    {
      stdio: 'inherit',
      env: { ...process.env, CHAOS_ROWS: String(rows) },
    },
  )
  const code = await new Promise<number | null>(resolve => test.once('exit', resolve))
  const faults = code === 0 ? [] : ['see above']
  return { name: `a batch of ${rows} rows`, rounds: 1, faults, ms: Math.round(performance.now() - since) }
}

main()
