import { locatorOfNumber, locatorOfQuery, locatorOfScan, locatorQuery } from './locator'

test.each([
  [{ contractId: '2879182318' }, { contractId: '2879182318' }],
  [{ bizId: 'order-2026.1' }, { bizId: 'order-2026.1' }],
  [{ scene: 'c%3D2879182318' }, { contractId: '2879182318' }],
  [{ scene: 'b%3Dorder_1' }, { bizId: 'order_1' }],
  [{ scene: 'c=2879182318' }, { contractId: '2879182318' }],
])('the query %j means %j', (query, expected) => {
  expect(locatorOfQuery(query)).toEqual(expected)
})

test.each([
  {},
  { contractId: '' },
  { contractId: '12 34' },
  { contractId: '../../home' },
  { contractId: '1'.repeat(65) },
  { bizId: '订单' },
  { scene: '' },
  { scene: '2879182318' },
  { scene: 'x%3D1' },
  { scene: 'c%3D' },
  { scene: '%E0%A4%A' },
])('the query %j is refused', query => {
  expect(locatorOfQuery(query)).toBeNull()
})

test('a bad contract number is not replaced by another key of the query', () => {
  expect(locatorOfQuery({ contractId: '?', bizId: 'order_1' })).toBeNull()
})

test.each([
  ['2879182318', { contractId: '2879182318' }],
  [' 2879182318 ', { contractId: '2879182318' }],
  ['b=order_1', { bizId: 'order_1' }],
  ['packages/verify/contract/index.html?scene=c%3D2879182318', { contractId: '2879182318' }],
  ['https://example.com/c?lang=zh&contractId=2879182318#top', { contractId: '2879182318' }],
])('the scanned text %s means %j', (scanned, expected) => {
  expect(locatorOfScan(scanned)).toEqual(expected)
})

test.each(['', 'https://example.com/', 'https://example.com/?a=b', '你好'])(
  'the scanned text %j is refused',
  scanned => {
    expect(locatorOfScan(scanned)).toBeNull()
  },
)

test('a typed number is the number of the vendor', () => {
  expect(locatorOfNumber(' 2879182318 ')).toEqual({ contractId: '2879182318' })
  expect(locatorOfNumber('12 34')).toBeNull()
})

test('a locator survives the way to the page', () => {
  expect(locatorQuery({ contractId: '2879182318' })).toBe('contractId=2879182318')
  expect(locatorQuery({ bizId: 'order_1' })).toBe('bizId=order_1')
})
