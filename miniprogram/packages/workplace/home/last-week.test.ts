import { lastWeekOf } from './last-week'

const days = (length: number, verified: (index: number) => number) =>
  Array.from({ length }, (_, index) => ({
    day: String(index),
    started: verified(index) + 2,
    verified: verified(index),
    failed: 1,
  }))

test('counts the last seven days, and compares with the seven before', () => {
  const figures = { days: days(30, index => (index >= 23 ? 3 : 1)) }
  expect(lastWeekOf(figures)).toEqual({ started: 35, verified: 21, failed: 7, open: 7, more: 14 })
})

test('where the week before is not known it is not compared', () => {
  expect(lastWeekOf({ days: days(7, () => 1) }).more).toBeNull()
  expect(lastWeekOf({ days: [] })).toEqual({ started: 0, verified: 0, failed: 0, open: 0, more: null })
})
