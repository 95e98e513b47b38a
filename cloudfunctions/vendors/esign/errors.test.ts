import published from '../../../test/data/esign-error-codes.json'
import { errorTable, failureOf } from './errors'

test('every published code is decided, once, and none that nobody has published', () => {
  const gateway = ['429', '1000022']
  const known = errorTable.map(({ code }) => code).filter(code => !gateway.includes(code))
  expect([...known].sort()).toEqual([...published.codes].sort())
})

test.each([
  ['SIMPLE_MODE_CANT_PASS', 'rejected'],
  ['30503107', 'misconfigured'],
  ['30504001', 'rejected'],
  ['1450910', 'rejected'],
  ['1450905', 'transient'],
  ['99999999', 'indeterminate'],
])('a start that is answered with %s is %s', (code, kind) => {
  expect(failureOf(code, 'start').kind).toBe(kind)
})
