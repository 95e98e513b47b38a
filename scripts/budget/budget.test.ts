import { functionNames } from '../build-functions'
import { parts } from '../functions/leftOut'
import { overBudget, readBudget, type Size } from './budget'
import { builtSizes, mainPackage, mostBytes, wholePackage } from './built'

const sized = (of: Record<string, number>): Size => ({
  bytes: Object.values(of).reduce((sum, bytes) => sum + bytes, 0),
  of,
})

test('as built, nothing has more bytes than its budget', async () => {
  const sizes = await builtSizes()
  expect(Object.keys(sizes).sort()).toEqual([...functionNames, mainPackage, wholePackage].sort())
  expect(overBudget(sizes, await readBudget(), mostBytes)).toEqual([])
})

test('what few calls of a function need is not read at its start', async () => {
  const rare = /qrcode|pngjs|pdf-lib|write-excel-file|papaparse|saxes|fflate|xml2js|sax$|openapi/
  const sizes = await builtSizes()
  for (const name of functionNames) {
    const groups = Object.keys(sizes[name]?.of ?? {})
    expect(groups.filter(group => rare.test(group))).toEqual([])
    expect(parts.filter(({ imported }) => groups.includes(`node_modules/${imported}`))).toEqual([])
  }
})

test('what has grown is told, and by what', () => {
  const budget = { api: sized({ 'node_modules/a': 1000, 'cloudfunctions/x': 9000 }) }
  const most = { api: 20_000 }
  const little = sized({ 'node_modules/a': 1200, 'cloudfunctions/x': 9200 })
  expect(overBudget({ api: little }, budget, most)).toEqual([])
  const much = sized({ 'node_modules/a': 1100, 'cloudfunctions/x': 8990, 'node_modules/new': 500 })
  expect(overBudget({ api: much }, budget, most)).toEqual([
    'api has 10590 bytes, 10500 allowed; grown: node_modules/new +500, node_modules/a +100',
  ])
})

test('nobody may write down more than the most there is', () => {
  const large = sized({ a: 10_001 })
  expect(overBudget({ api: large, other: large }, { api: large }, { api: 10_000 })).toEqual([
    'api has 10001 bytes, 10000 allowed; grown: ',
    'other has no budget: npm run budget',
  ])
})
