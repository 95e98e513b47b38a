import { functionNames } from '../build-functions'
import { overBudget, readBudget, readSizes } from './budget'
import { parts } from './leftOut'
import type { Sizes } from './sizes'

const sized = (startOf: Record<string, number>): Sizes => {
  const start = Object.values(startOf).reduce((sum, bytes) => sum + bytes, 0)
  return { start, whole: start, startOf }
}

test('as built, no function reads more before its first answer than its budget', async () => {
  const sizes = await readSizes()
  expect(Object.keys(sizes).sort()).toEqual([...functionNames].sort())
  expect(overBudget(sizes, readBudget())).toEqual([])
})

test('what few calls need is in none of it', async () => {
  const rare = /qrcode|pngjs|pdf-lib|write-excel-file|papaparse|saxes|fflate|xml2js|sax$|openapi/
  for (const { startOf } of Object.values(await readSizes())) {
    expect(Object.keys(startOf).filter(group => rare.test(group))).toEqual([])
    const leftOut = parts.filter(({ imported }) => `node_modules/${imported}` in startOf)
    expect(leftOut).toEqual([])
  }
})

test('a function that has grown is told, and by what', () => {
  const budget = { api: sized({ 'node_modules/a': 1000, 'cloudfunctions/x': 9000 }) }
  expect(overBudget({ api: sized({ 'node_modules/a': 1050, 'cloudfunctions/x': 9050 }) }, budget)).toEqual([])
  const now = sized({ 'node_modules/a': 1100, 'cloudfunctions/x': 8990, 'node_modules/new': 500 })
  expect(overBudget({ api: now }, budget)).toEqual([
    'api starts with 10590 bytes, 10100 allowed: node_modules/new +500, node_modules/a +100',
  ])
})

test('nobody may write down more than the goal', () => {
  const large = sized({ a: 1_000_001 })
  expect(overBudget({ api: large, other: large }, { api: large })).toEqual([
    'api starts with 1000001 bytes, 1000000 allowed: ',
    'other has no budget: npm run budget',
  ])
})
