import { createWorld, type World } from '../../../test/support/world'
import { attendHere, beginRun, claimRun, wantRun } from './wake'

let world: World
beforeEach(() => {
  world = createWorld()
})
/** Another run, of another instance. */
const other = () => ({
  ...world.deps,
  instance: { ...world.deps.instance, nextRun: { wanted: true } },
})

test('a run that leaves nothing starts none, and writes nothing', async () => {
  const writes = jest.fn()
  world.store.beforeWrite(writes)
  expect(await claimRun(world.deps)).toBe(false)
  expect(writes).not.toHaveBeenCalled()
})

test('what a run does itself, and what it has asked for, it does not ask for again', async () => {
  const writes = jest.fn()
  world.store.beforeWrite(writes)
  wantRun(world.deps)
  attendHere(world.deps)
  expect(await claimRun(world.deps)).toBe(false)
  expect(writes).not.toHaveBeenCalled()
  wantRun(world.deps)
  expect(await claimRun(world.deps)).toBe(true)
  await beginRun(world.deps)
  expect(await claimRun(world.deps)).toBe(false)
})

test('of many that leave something at the same moment one starts a run', async () => {
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimRun(other())))
  expect(claims.filter(Boolean)).toHaveLength(1)
})

test('once that run looks, what is left then needs another', async () => {
  wantRun(world.deps)
  expect(await claimRun(world.deps)).toBe(true)
  expect(await claimRun(world.deps)).toBe(false)
  expect(await claimRun(other())).toBe(false)
  await beginRun(world.deps)
  expect(await claimRun(other())).toBe(true)
  expect(await claimRun(other())).toBe(false)
})

test('a run that never began keeps nobody waiting for more than a minute', async () => {
  expect(await claimRun(other())).toBe(true)
  world.pass(60_000 - 1)
  expect(await claimRun(other())).toBe(false)
  world.pass(1)
  expect(await claimRun(other())).toBe(true)
})
