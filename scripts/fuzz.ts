import { parseArgs } from 'node:util'
import { fuzzes } from '../test/fuzz/all'

/**
 * Bad inputs for everything that takes some from outside: `npm run fuzz -- --runs 10000 --seed 1 --only actions`.
 * Prints the seed, by which a run is repeated, and what each took.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const runs = Number(values.runs ?? 10_000)
const seed = Number(values.seed ?? Date.now() % 2 ** 31)
/** ms for one input; a stranger may not hold an instance longer. */
const patienceMs = 5000
const mostMemory = 1024 ** 3

async function main(): Promise<void> {
  let failed = false
  console.log(`seed ${seed}, ${runs} inputs each`)
  for (const fuzz of fuzzes.filter(({ name }) => values.only === undefined || name.startsWith(values.only))) {
    const before = performance.now()
    try {
      await fuzz.run({ seed, runs, patienceMs })
      const memory = process.memoryUsage().rss
      const seconds = Math.round((performance.now() - before) / 1000)
      console.log(`ok    ${fuzz.name}: ${seconds} s, ${Math.round(memory / 1024 ** 2)} MB`)
      if (memory > mostMemory) throw new Error('more memory than an instance has')
    } catch (error) {
      failed = true
      console.log(
        `FAIL  ${fuzz.name}, again with: npm run fuzz -- --seed ${seed} --runs ${runs} --only ${fuzz.name}`,
      )
      console.log(error instanceof Error ? error.message.slice(0, 4000) : error)
      if (error instanceof Error && error.cause) console.log(String(error.cause).slice(0, 1000))
    }
  }
  process.exitCode = failed ? 1 : 0
}

main()
