import { nextLook, timerPeriod } from './looks'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Not on a run of the timer. */
const lifeAt = 1_700_000_000_000 + 123_456

/** Ages of all looks until there are no more, or until `until`; the timer runs every `period`. */
function looks(isUnderWay: boolean, until: number, period = timerPeriod): number[] {
  const ages: number[] = []
  let due = nextLook(lifeAt, { lifeAt, isUnderWay })
  while (due !== null) {
    const run = Math.ceil(due / period) * period
    if (run - lifeAt > until) return ages
    ages.push(run - lifeAt)
    due = nextLook(run, { lifeAt, isUnderWay })
  }
  return ages
}

const widest = (ages: number[], from: number, to: number) => {
  const all = [0, ...ages]
  const gaps = all.slice(1).map((age, index) => [all[index] ?? 0, age - (all[index] ?? 0)] as const)
  return Math.max(...gaps.filter(([start]) => start >= from && start < to).map(([, gap]) => gap))
}

test.each([timerPeriod, 30_000, 1])('pauses with a run every %d ms', period => {
  const ages = looks(true, 8 * day, period)
  expect(widest(ages, 0, 2 * hour)).toBeLessThanOrEqual(10 * minute)
  expect(widest(ages, 2 * hour, day)).toBeLessThanOrEqual(30 * minute)
  expect(widest(ages, day, 7 * day)).toBeLessThanOrEqual(hour)
})

test.each([timerPeriod, 30_000, 1])(
  'one that nobody goes to costs 60 questions, with a run every %d ms',
  period => {
    expect(looks(false, 365 * day, period).length).toBeLessThanOrEqual(60)
    expect(looks(true, day, period).length).toBeLessThanOrEqual(59)
  },
)

test('a look that comes late within its run does not move the next one to the run after', () => {
  const grid = Math.ceil(lifeAt / timerPeriod) * timerPeriod
  const next = nextLook(grid + 50_000, { lifeAt: grid - minute, isUnderWay: true })
  expect(next).toBe(grid + 10 * minute)
})

test.each([
  [0, 15],
  [14, 15],
  [15, 600],
])('%d s after a sign of life the next look is %d s away', (age, pause) => {
  const now = 1_700_000_000_000 - (1_700_000_000_000 % (10 * 60_000))
  expect((nextLook(now, { lifeAt: now - age * 1000, isUnderWay: true }) ?? 0) - now).toBe(pause * 1000)
})
