import { locatorOfNumber, locatorQuery } from './locator'

test('a typed number is the number of the vendor', () => {
  expect(locatorOfNumber(' 2879182318 ')).toEqual({ contractId: '2879182318' })
  expect(locatorOfNumber('12 34')).toBeNull()
})

test('a locator survives the way to the page', () => {
  expect(locatorQuery({ contractId: '2879182318' })).toBe('contractId=2879182318')
  expect(locatorQuery({ bizId: 'order_1' })).toBe('bizId=order_1')
})
