import fc from 'fast-check'
import { readFile } from '../../cloudfunctions/platform/sheet'
import { anyWorkbook } from './any-workbook'

/** `SHEETS=10000 npx jest test/sheets/any-workbook` reads as many; a failure names its seed, `SEED=…` repeats it. */
const numRuns = Number(process.env.SHEETS ?? 300)
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }

test(`of ${numRuns} workbooks in any valid style, every one is read as the table it holds`, () => {
  fc.assert(
    fc.property(anyWorkbook, ({ bytes, table }) => {
      const [sheet] = readFile(bytes).filter(({ hidden }) => !hidden)
      const lines = sheet?.lines ?? []
      expect(lines.map(({ number }) => number)).toEqual(table.map((_, index) => index + 1))
      expect(lines.map(({ cells }) => [0, 1, 2, 3].map(column => cells[column] ?? ''))).toEqual(table)
    }),
    { numRuns, ...seed },
  )
}, 600_000)
