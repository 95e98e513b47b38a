import { performance } from 'node:perf_hooks'
import { filesWithDoors } from './outside/doors'
import { places } from './outside/places'
import { type ReaderName, readers } from './outside/readers'

/**
 * Whoever reads text from outside pays for its length and for nothing else. Each reader gets the texts that have cost
 * more than that elsewhere, in three sizes; ten times the text may take sixty times as long before it counts: a
 * quadratic reader takes a hundred times.
 */
const sizes = [10_000, 100_000, 1_000_000] as const
const factor = 60
/** ms; below it the clock says more about the machine than about us. */
const noise = 10

const fill = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length))
const texts: Record<string, (length: number) => string> = {
  digits: fill('1'),
  quotes: fill('"'),
  'escaped quotes without an end': length => `"${fill('\\"')(length)}`,
  'lists in lists': fill('['),
  'lists in lists, closed': length => fill('[')(length / 2) + fill(']')(length / 2),
  'objects in objects': fill('{"a":'),
  'many names': length => `{${fill('"a":1,')(length)}"b":1}`,
  'numbers with points': fill('1.'),
  minus: fill('-'),
  letters: fill('a'),
  'words with points': fill('a.'),
  at: fill('a@'),
  blanks: length => `a${fill(' ')(length)}a`,
  'blank lines': length => `a${fill(' \n')(length)}a`,
  brackets: fill('（'),
  tags: fill('<c '),
  percent: fill('%25'),
  ampersands: fill('&a=b'),
  regions: fill('北京市'),
  'nothing there': fill('没有'),
  slashes: fill('/'),
}

/** ms it took. Where that seems too much it is tried again, twice: a machine may stand still now and then. */
async function timeOf(work: () => unknown, limit: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && best > limit; round++) {
    const startedAt = performance.now()
    await work()
    best = Math.min(best, performance.now() - startedAt)
  }
  return best
}

test.each(Object.keys(readers) as ReaderName[])('%s costs its length', async name => {
  const read = readers[name]
  for (const [what, text] of Object.entries(texts)) {
    let before = noise
    for (const size of sizes) {
      const input = text(size)
      const limit = before * factor
      const taken = await timeOf(() => read(input), limit)
      if (taken > limit) throw new Error(`${what}: ${size} took ${taken} ms after ${before}`)
      before = Math.max(taken, noise)
    }
  }
})

test('whatever takes text from outside apart has a reader above, or says what bounds it', () => {
  expect(Object.keys(places).sort()).toEqual(filesWithDoors())
})
