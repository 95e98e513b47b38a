import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const entries = readdirSync(__dirname)
const folders = entries.filter(name => statSync(path.join(__dirname, name)).isDirectory())
/** The test of a case begins with its number: `test('27: …'`, or a row `[25, …]` of a table. */
const tested = entries
  .filter(name => name.endsWith('.test.ts'))
  .flatMap(name => [
    ...readFileSync(path.join(__dirname, name), 'utf8').matchAll(/^(?:test\('| {2}\[)(\d+)[:,]/gm),
  ])
  .map(([, number]) => number)

test('every case that is here has its test, and every test its case', () => {
  expect([...new Set(tested)].sort()).toEqual([...folders].sort())
})

test.each(folders)('case %s has one input, with something in it', folder => {
  const files = readdirSync(path.join(__dirname, folder))
  expect(files).toHaveLength(1)
  expect(statSync(path.join(__dirname, folder, files[0] ?? '')).size).toBeGreaterThan(0)
})
