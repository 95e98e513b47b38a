import { byDay, nextMonday, nextSend, verdictOf } from './message'

const minutes = 60_000
const beijing = (time: string) => Date.parse(`${time}+08:00`)
const inBeijing = (at: number) => new Date(at + 8 * 3600_000).toISOString().slice(0, -1)

test.each([
  [43101, 'refused'],
  [40003, 'failed'],
  [40037, 'failed'],
  [47003, 'failed'],
  [41030, 'failed'],
  [-604104, 'elsewhere'],
  [45009, 'again'],
  [-1, 'again'],
])('the code %d means that it is %s', (code, verdict) => {
  expect(verdictOf(code)).toBe(verdict)
})

test('it is tried five times within sixteen hours', () => {
  expect([1, 2, 3, 4, 5].map(nextSend)).toEqual([5, 30, 180, 720, null].map(each => each && each * minutes))
})

test.each([
  ['2026-11-30T07:59:59.999', '2026-11-30T08:00:00.000'],
  ['2026-11-30T08:00:00.000', '2026-11-30T08:00:00.000'],
  ['2026-11-30T08:34:56.789', '2026-11-30T08:34:56.789'],
  ['2026-11-30T21:59:59.999', '2026-11-30T21:59:59.999'],
  ['2026-11-30T22:00:00.000', '2026-12-01T08:00:00.000'],
  ['2026-12-31T23:59:59.999', '2027-01-01T08:00:00.000'],
  ['2026-12-01T00:00:00.000', '2026-12-01T08:00:00.000'],
])('who is to be reminded at %s is at %s', (at, then) => {
  expect(inBeijing(byDay(beijing(at)))).toBe(then)
})

test.each([
  ['2026-11-29T23:59:59', '2026-11-30T09:00:00.000'],
  ['2026-11-30T08:59:59', '2026-11-30T09:00:00.000'],
  ['2026-11-30T09:00:00', '2026-12-07T09:00:00.000'],
  ['2026-12-01T10:00:00', '2026-12-07T09:00:00.000'],
  ['2026-12-06T00:00:00', '2026-12-07T09:00:00.000'],
  ['2026-12-31T12:00:00', '2027-01-04T09:00:00.000'],
])('the Monday morning after %s is %s', (at, monday) => {
  expect(inBeijing(nextMonday(beijing(at)))).toBe(monday)
})
