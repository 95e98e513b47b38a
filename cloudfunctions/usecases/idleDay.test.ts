import { countedStore } from '../../test/support/counted-store'
import { createWorld } from '../../test/support/world'
import { timerPeriod } from '../domain/looks'
import { allChores, choresAt } from '../domain/rounds'
import config from '../sweep/config.json'
import { sweep } from './sweep'

/** An installation that nobody uses, as it is deployed. */
const day = 24 * 3600_000

test('a day on which nothing happens costs 288 runs, at most 1,000 reads, and writes nothing', async () => {
  const world = createWorld()
  const { store, counts } = countedStore(world.deps.store)
  const seen = new Set<string>()
  let runs = 0
  world.pass(timerPeriod - (world.deps.clock() % timerPeriod))
  for (const end = world.deps.clock() + day; world.deps.clock() < end; world.pass(timerPeriod)) {
    const chores = choresAt(world.deps.clock())
    for (const chore of chores) seen.add(chore)
    expect((await sweep({ ...world.deps, store }, chores)).left).toBe(false)
    runs += 1
  }
  expect(runs).toBe(288)
  expect(counts.reads).toBeLessThanOrEqual(1000)
  expect(counts.writes).toBe(0)
  expect([...seen].sort()).toEqual([...allChores].sort())
})

test('the timer is set as the rounds are reckoned', () => {
  expect(config.triggers).toEqual([
    { name: 'sweep', type: 'timer', config: `0 */${timerPeriod / 60_000} * * * * *` },
  ])
})
