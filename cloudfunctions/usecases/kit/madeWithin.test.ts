import { madeWithin } from './madeWithin'

test.each([
  [undefined, undefined, []],
  [5, undefined, [['listKey', 'gte', '0000000000005']]],
  [undefined, 1_700_000_000_000, [['listKey', 'lt', '1700000000000']]],
  [
    0,
    0,
    [
      ['listKey', 'gte', '0000000000000'],
      ['listKey', 'lt', '0000000000000'],
    ],
  ],
  // Never a key of another length, which would stand elsewhere.
  [
    -1,
    1e20,
    [
      ['listKey', 'gte', '0000000000000'],
      ['listKey', 'lt', '9999999999999'],
    ],
  ],
])('from %p until %p', (from, until, expected) => {
  expect(madeWithin(from, until)).toEqual(expected)
})
