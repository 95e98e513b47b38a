import { fuzzes } from './all'

/** A few of what `npm run fuzz` makes; other seeds are for the command, so that nobody's change fails by chance. */
const seed = 20_261_129

test.each(fuzzes.map(fuzz => [fuzz.name, fuzz] as const))(`%s, seed ${seed}`, async (_name, fuzz) => {
  await fuzz.run({ seed, runs: 100, patienceMs: null })
})
