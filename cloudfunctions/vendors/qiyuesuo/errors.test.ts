import published from '../../../test/data/qiyuesuo-error-codes.json'
import { errorTable } from './errors'

test('every published code of both families is decided, once, and none that nobody has published', () => {
  const codes = errorTable.flatMap(({ code }) => code ?? [])
  const responseCodes = errorTable.flatMap(({ responseCode }) => responseCode ?? [])
  expect([...codes].sort()).toEqual([...published.codes].sort())
  expect([...responseCodes].sort()).toEqual([...published.responseCodes].sort())
})
