import { timerPeriod } from './looks'
import { allChores, type Chore, choresAt } from './rounds'

const day = 24 * 3600_000
const start = Date.parse('2026-11-30T00:00:00Z')
const runsOfADay = () =>
  Array.from({ length: day / timerPeriod }, (_, run) => choresAt(start + run * timerPeriod))

test.each([
  ['verifications', 288],
  ['deliveries', 288],
  ['rows', 144],
  ['links', 144],
  ['outbox', 12],
  ['housekeeping', 6],
  ['daily', 1],
  ['reseal', 1],
] as const)('%s are looked after %i times a day', (chore, times) => {
  expect(runsOfADay().filter(each => each.has(chore))).toHaveLength(times)
})

test('every chore has its turn, evenly', () => {
  const runs = runsOfADay()
  for (const chore of allChores) {
    const turns = runs.flatMap((each, run) => (each.has(chore) ? [run] : []))
    const [first = 0, second = first] = turns
    expect(turns).toEqual(turns.map((_, index) => first + index * (second - first)))
  }
})

test('what costs much never comes with anything else that does', () => {
  const costly: Chore[] = ['outbox', 'housekeeping', 'daily', 'reseal']
  for (const each of runsOfADay()) {
    expect(costly.filter(chore => each.has(chore)).length).toBeLessThanOrEqual(1)
    expect(each.has('rows') && each.has('links')).toBe(false)
  }
})

test('a run that is a little late is the same run', () => {
  expect(choresAt(start + timerPeriod - 1)).toEqual(choresAt(start))
})
