import { cases } from './cases'
import { openPeopleWorld, type PeopleWorld } from './people-world'
import { play } from './run'

/** One round of what `npm run chaos` plays by the hundred, each with another vendor; of those that wait, two. */
const seed = 20_261_130
const played = cases.filter(({ name }) => !/latencyMs|hang|half|garbage|back/.test(name))

jest.setTimeout(300_000)

let world: PeopleWorld
beforeAll(async () => {
  world = await openPeopleWorld({ VENDOR_TIMEOUT_MS: '1000' })
})
afterAll(() => world.close())

test.each(played.map((each, at) => [each.name, each, at] as const))(
  `%s, seed ${seed}`,
  async (_name, each, at) => {
    expect(await play(world, each, { rounds: 1, seed, from: at })).toMatchObject({ faults: [] })
  },
)
