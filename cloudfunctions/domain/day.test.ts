import { beijingTime, dayOf, daySpan, daysOf, nextDay } from './day'

test.each([
  ['2026-11-22T23:59:59.999+08:00', '2026-11-22', '2026-11-23T00:00:00+08:00'],
  ['2026-11-23T00:00:00.000+08:00', '2026-11-23', '2026-11-24T00:00:00+08:00'],
  ['2026-11-23T07:59:59.999+08:00', '2026-11-23', '2026-11-24T00:00:00+08:00'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01', '2027-01-02T00:00:00+08:00'],
])('%s is of %s, and the next day begins at %s', (at, day, next) => {
  expect(dayOf(Date.parse(at))).toBe(day)
  expect(nextDay(Date.parse(at))).toBe(Date.parse(next))
  expect(daySpan(day)).toEqual({ from: Date.parse(`${day}T00:00:00+08:00`), until: Date.parse(next) })
})

test('the time is that of Beijing', () => {
  expect(beijingTime(Date.parse('2026-12-31T16:00:01.999Z'))).toBe('2027-01-01 00:00:01')
})

test.each([
  ['2026-12-30T00:00:00+08:00', '2027-01-02T00:00:00+08:00', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['2026-12-30T23:59:59+08:00', '2026-12-31T00:00:01+08:00', ['2026-12-30', '2026-12-31']],
  ['2026-12-30T10:00:00+08:00', '2026-12-30T10:00:00+08:00', []],
  ['2026-12-30T10:00:00+08:00', '2026-12-29T10:00:00+08:00', []],
])('from %s until %s are %j', (from, until, days) => {
  expect(daysOf(Date.parse(from), Date.parse(until))).toEqual(days)
})
