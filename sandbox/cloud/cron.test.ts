import { parseCron } from './cron'

/** Times are written as China reads them. */
const china = (text: string) => Date.parse(`${text}+08:00`)
const next = (expression: string, after: string) => {
  const due = parseCron(expression).next(china(after))
  return due === undefined ? undefined : new Date(due + 8 * 3_600_000).toISOString().slice(0, 19)
}

test.each([
  ['*/30 * * * * * *', '2026-11-22T10:00:00', '2026-11-22T10:00:30'],
  ['*/30 * * * * * *', '2026-11-22T10:00:30', '2026-11-22T10:01:00'],
  ['0 0 2 * * * *', '2026-11-22T02:00:00', '2026-11-23T02:00:00'],
  ['0 0 2 * * * *', '2026-11-22T01:59:59', '2026-11-22T02:00:00'],
  ['0 0 0 1 1 * *', '2026-11-22T10:00:00', '2027-01-01T00:00:00'],
  ['0 15,45 9-17 * * 1-5 *', '2026-11-20T17:45:00', '2026-11-23T09:15:00'],
  ['0 0 0 * * 0 *', '2026-11-22T10:00:00', '2026-11-29T00:00:00'],
  ['0 0 0 29 2 * *', '2026-11-22T10:00:00', '2028-02-29T00:00:00'],
  ['10-20/5 * * * * * *', '2026-11-22T10:00:10', '2026-11-22T10:00:15'],
  ['0 0 0 1 1 * 2030', '2026-11-22T10:00:00', '2030-01-01T00:00:00'],
])('%s after %s runs at %s in China', (expression, after, due) => {
  expect(next(expression, after)).toBe(due)
})

test('day of month and day of week together mean either', () => {
  expect(next('0 0 0 1 * 1 *', '2026-11-22T10:00:00')).toBe('2026-11-23T00:00:00')
  expect(next('0 0 0 1 * 1 *', '2026-11-30T10:00:00')).toBe('2026-12-01T00:00:00')
})

test('an expression that can never run again has no next time', () => {
  expect(next('0 0 0 1 1 * 2020', '2026-11-22T10:00:00')).toBeUndefined()
  expect(next('0 0 0 31 2 * *', '2026-11-22T10:00:00')).toBeUndefined()
})

test.each([
  ['*/30 * * * * *', /needs 7 fields/],
  ['60 * * * * * *', /"60" for second/],
  ['0 0 24 * * * *', /"24" for hour/],
  ['0 0 0 0 * * *', /"0" for day of month/],
  ['0 0 0 * * 7 *', /"7" for day of week/],
  ['0 0 0 5-1 * * *', /"5-1" for day of month/],
  ['*/0 * * * * * *', /"\*\/0" for second/],
  ['0 0 0 L * * *', /only digits and/],
  ['0 0 0 ? * * *', /only digits and/],
  ['0,, * * * * * *', /"" for second/],
])('%s is refused', (expression, message) => {
  expect(() => parseCron(expression)).toThrow(message)
})
