import { createServerWorld, type ServerWorld } from '../../../test/support/server-world'
import { clearIntegration } from './clear'
import { tell } from './tell'

const lifetime = 30 * 24 * 3600_000
let world: ServerWorld
let count = 0
beforeEach(async () => {
  world = await createServerWorld()
  await world.endpoint()
  const [answer] = world.store.all('kept_answers')
  if (answer) await world.store.remove('kept_answers', answer._id, answer.version)
  count = 0
})
const happened = (wanted: number) =>
  tell(
    world.deps,
    Array.from({ length: wanted }, () => ({
      ...{ source: `row-${++count}`, type: 'ping' as const, subjectId: 'v_1', at: world.deps.clock() },
      data: { id: 'v_1' },
    })),
  )
const answered = (id: string) =>
  world.store.insert('kept_answers', {
    ...{ _id: id, version: 1, requestHash: '', sealed: null, leaseUntil: 0 },
    expiresAt: world.deps.clock() + lifetime,
  })
const left = () =>
  (['events', 'deliveries', 'kept_answers'] as const).map(name => world.store.all(name).length)
const clear = () => clearIntegration(world.deps, world.deps.clock())

test('events, deliveries and answers go when their time is over, and not before', async () => {
  await happened(2)
  await answered('one')
  world.pass(lifetime - 1)
  await happened(1)
  await answered('other')
  expect(await clear()).toBe(0)
  expect(left()).toEqual([3, 3, 2])
  world.pass(1)
  expect(await clear()).toBe(2)
  expect(left()).toEqual([1, 1, 1])
})

test.each(['events', 'kept_answers'])('as long as a page of %s is full, there may be more', async full => {
  if (full === 'events') await happened(120)
  else for (let n = 0; n < 120; n++) await answered(`a-${n}`)
  world.pass(lifetime)
  expect(await clear()).toBe(100)
  expect(await clear()).toBe(20)
  expect(await clear()).toBe(0)
  expect(left()).toEqual([0, 0, 0])
})

test('what has changed since it was looked at is left for the next time', async () => {
  await answered('one')
  world.pass(lifetime)
  world.store.beforeWrite(async () => {
    world.store.beforeWrite(() => {})
    await world.store.replace('kept_answers', 'one', 1, { leaseUntil: 1 })
  })
  await clear()
  expect(left()).toEqual([0, 0, 1])
})
