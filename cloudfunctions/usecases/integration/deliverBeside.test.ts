import { backlog } from '../../../test/support/backlog'
import { type Counts, countedStore } from '../../../test/support/counted-store'
import { createServerWorld, type ServerWorld } from '../../../test/support/server-world'
import { deliver } from './deliver'

/** One receiver is dead and much waits for it; another one is well. */
const minute = 60_000
const hour = 60 * minute
const isDead = (url: string) => url.includes('dead')

async function worldWith(waiting: { dead: number; good: number }) {
  const world = await createServerWorld()
  const { store, counts } = countedStore(world.deps.store)
  const dead = await backlog(world, waiting)
  world.deps.store = store
  world.onDelivery(({ url }) =>
    isDead(url) ? { failure: 'timeout' } : { status: 204, retryAfter: undefined },
  )
  const run = () => deliver(world.deps, world.deps.clock() + 45_000)
  return { world, dead, counts, run }
}

/** What one run costs. */
async function costOf(counts: Counts, work: () => Promise<unknown>): Promise<Counts> {
  Object.assign(counts, { reads: 0, writes: 0, documents: 0 })
  await work()
  return { ...counts }
}

const toGood = ({ received }: ServerWorld) => received.filter(({ url }) => !isDead(url)).length

test('all of the good one arrive in the first run, before the dead one has said anything', async () => {
  const { world, run } = await worldWith({ dead: 2000, good: 100 })
  const usual = world.deps.outbound
  let release = () => {}
  const silence = new Promise<void>(resolve => {
    release = resolve
  })
  world.deps.outbound = async request => {
    if (isDead(request.url)) await silence
    const answer = await usual(request)
    if (toGood(world) === 100) release()
    return answer
  }
  const { delivered } = await run()
  expect(delivered).toBe(100)
  // The clock stood still: nothing was waited for.
  expect(toGood(world)).toBe(100)
})

test('a run costs the same, however much waits for the dead one: fresh, resting and probing', async () => {
  const costs = []
  for (const dead of [200, 4000]) {
    const { world, counts, run } = await worldWith({ dead, good: 20 })
    const fresh = await costOf(counts, run)
    world.pass(30_000)
    const resting = await costOf(counts, run)
    world.pass(16 * minute)
    const probing = await costOf(counts, run)
    costs.push({ fresh, resting, probing })
  }
  const [few, many] = costs
  expect(many).toEqual(few)
  expect(few?.resting).toEqual({ reads: 1, writes: 0, documents: 0 })
  expect(few?.probing.reads).toBeLessThanOrEqual(10)
  expect(few?.probing.documents).toBeLessThanOrEqual(10)
})

test('after the schedule it is switched off, having been asked a few hundred times; switched on, it gets all', async () => {
  const { world, dead, counts, run } = await worldWith({ dead: 400, good: 0 })
  const off = async () => (await world.call('GET', `/webhook-endpoints/${dead}`)).json
  for (let waited = 0; waited < 74 * hour; waited += 15 * minute) {
    await run()
    world.pass(15 * minute)
  }
  expect(await off()).toMatchObject({ active: true })
  for (let waited = 0; waited < 3 * hour; waited += 15 * minute) {
    await run()
    world.pass(15 * minute)
  }
  expect(await off()).toMatchObject({ active: false, stopped: 'unreachable' })
  expect(world.received.length).toBeLessThan(400)
  // From now on it costs nothing at all.
  expect(await costOf(counts, run)).toEqual({ reads: 1, writes: 0, documents: 0 })
  world.onDelivery(() => ({ status: 204, retryAfter: undefined }))
  await world.call('PATCH', `/webhook-endpoints/${dead}`, { body: { active: true } })
  for (
    let runs = 0;
    runs < 30 && world.store.all('deliveries').some(each => each.state === 'pending');
    runs++
  ) {
    world.pass(hour)
    await run()
  }
  expect(new Set(world.store.all('deliveries').map(({ state }) => state))).toEqual(new Set(['delivered']))
})
