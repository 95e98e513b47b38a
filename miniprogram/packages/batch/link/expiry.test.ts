import { remaining } from './expiry'

const now = 1_790_000_000_000
const hours = (n: number) => now + n * 3_600_000

test.each([
  [hours(24 * 7), { kind: 'days', days: 7, hours: 0 }],
  [hours(24 * 7) - 1, { kind: 'days', days: 7, hours: 0 }],
  [hours(24 * 7 - 1) + 1_700_000, { kind: 'days', days: 6, hours: 23 }],
  [hours(24), { kind: 'days', days: 1, hours: 0 }],
  [hours(24) - 1, { kind: 'days', days: 1, hours: 0 }],
  [hours(23) + 1_700_000, { kind: 'hours', hours: 23 }],
  [hours(1), { kind: 'hours', hours: 1 }],
  [hours(1) - 1, { kind: 'hours', hours: 1 }],
  [hours(1) - 31_000, { kind: 'minutes', minutes: 59 }],
  [now + 60_000, { kind: 'minutes', minutes: 1 }],
  [now + 59_999, { kind: 'lastMinute' }],
  [now, { kind: 'over' }],
  [now - 1, { kind: 'over' }],
])('what is left until %d is %j', (expiresAt, expected) => {
  expect(remaining(expiresAt, now)).toEqual(expected)
})
