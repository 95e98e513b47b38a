import fc from 'fast-check'
import { readFile } from '../../cloudfunctions/platform/sheet/readFile'
import { anyWorkbook } from './any-workbook'

/** `npm run test:sheets` reads 10,000. The seed is in the test's name; `SEED=…` repeats it. */
const numRuns = Number(process.env.SHEETS ?? 300)
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

test(`of ${numRuns} workbooks in any valid style, every one is read as the table it holds (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyWorkbook, ({ bytes, table }) => {
      const [sheet] = readFile(bytes).filter(({ hidden }) => !hidden)
      const lines = sheet?.lines ?? []
      expect(lines.map(({ number }) => number)).toEqual(table.map((_, index) => index + 1))
      expect(lines.map(({ cells }) => [0, 1, 2, 3].map(column => cells[column] ?? ''))).toEqual(table)
    }),
    { numRuns, seed },
  )
}, 600_000)
