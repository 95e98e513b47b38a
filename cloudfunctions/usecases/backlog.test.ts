import { createVirtualTime } from '../../test/support/virtual-time'
import { createWorld, unproven, type World } from '../../test/support/world'
import type { Verification } from '../domain/verification'
import type { Store } from '../platform/store'
import { sweep } from './sweep'
import { start } from './verification/start'

/** ms a request to the database, and one to a vendor, take; what is between them takes nothing. */
const databaseTime = 20
const vendorTime = 250
const backlog = 10_000

/** Everything that waits, waits for the made-up clock. */
function slowed(world: World, time: ReturnType<typeof createVirtualTime>) {
  const slow =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      calls += 1
      await time.wait(databaseTime)
      return call(...given)
    }
  let calls = 0
  const { store } = world.deps
  const slowStore: Store = {
    get: slow(store.get) as Store['get'],
    find: slow(store.find) as Store['find'],
    insert: slow(store.insert) as Store['insert'],
    insertMany: slow(store.insertMany) as Store['insertMany'],
    replace: slow(store.replace) as Store['replace'],
    updateMany: slow(store.updateMany) as Store['updateMany'],
    remove: slow(store.remove) as Store['remove'],
    removeMany: slow(store.removeMany) as Store['removeMany'],
    makeDue: slow(store.makeDue),
    clearOutbox: slow(store.clearOutbox) as Store['clearOutbox'],
    missing: store.missing,
  }
  world.vendor.onQuery = async () => {
    await time.wait(vendorTime)
    return unproven
  }
  return { deps: { ...world.deps, store: slowStore, clock: time.now }, calls: () => calls }
}

async function withBacklog(): Promise<{ world: World; first: Verification }> {
  const world = createWorld()
  await start(world.deps, 'alice', await world.startInput())
  const [first] = world.store.all('verifications')
  if (!first) throw new Error('not started')
  return { world, first }
}

/** One more like it; what is sealed belongs to its id. */
async function copied(
  world: World,
  first: Verification,
  _id: string,
  changes: Partial<Verification>,
): Promise<void> {
  const { vault } = world.deps
  const place = (id: string) => ({ kind: 'verificationFields', id }) as const
  const sealed = vault.seal(vault.open(first.sealed ?? '', place(first._id)), place(_id))
  await world.store.insert('verifications', { ...first, sealed, ...changes, _id })
}

test('10,000 that are due at once are attended to within five minutes, and the data that must go is gone', async () => {
  const { world, first } = await withBacklog()
  const time = createVirtualTime(world.deps.clock() + 60_000)
  for (let index = 0; index < backlog; index++) {
    const isOver = index % 10 === 0
    const over = isOver ? ({ state: 'canceled', redactAt: time.now() } as const) : {}
    const dueAt = time.now() - (index % 7)
    await copied(world, first, `v_${index}`, { ...over, dueAt })
  }
  const { deps, calls } = slowed(world, time)
  const startedAt = time.now()
  let runs = 0
  await time.run(async () => {
    // Each lets the next begin at once.
    for (let left = true; left; runs++) left = (await sweep(deps)).left
  })
  const all = world.store.all('verifications').filter(({ _id }) => /^v_\d{1,4}$/.test(_id))
  expect(all).toHaveLength(backlog)
  expect(world.vendor.questions.length).toBeGreaterThanOrEqual(backlog * 0.9)
  expect(all.filter(({ dueAt }) => dueAt !== null && dueAt <= startedAt)).toEqual([])
  expect(all.filter(({ redactAt, sealed }) => redactAt !== null && sealed !== null)).toEqual([])
  expect(time.now() - startedAt).toBeLessThanOrEqual(5 * 60_000)
  expect(runs).toBeGreaterThan(1)
  // What is written of each; whatever else there is, fifty share.
  expect(calls() / backlog).toBeLessThanOrEqual(1.5)
})

test('what fails again and again does not hide what is due behind it', async () => {
  const { world, first } = await withBacklog()
  const at = world.deps.clock()
  for (let index = 0; index < 250; index++) {
    const poisoned = { redactAt: at, state: 'canceled' as const, outbox: [], dueAt: at - 1000 + index }
    await copied(world, first, `poisoned_${index}`, poisoned)
  }
  await copied(world, first, 'behind', { dueAt: at })
  const { replace } = world.store
  const failing: Store['replace'] = async (collection, id, ...rest) => {
    if (id.startsWith('poisoned')) throw new Error('poisoned')
    return replace(collection, id, ...rest)
  }
  world.pass(2000)
  const report = await sweep({ ...world.deps, store: { ...world.store, replace: failing } })
  expect(report.failed).toBe(250)
  expect(world.store.all('verifications').find(({ _id }) => _id === 'behind')?.dueAt).toBeGreaterThan(at)
})
