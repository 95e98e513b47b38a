import { createWorld, proven, unproven, type World } from '../../../test/support/world'
import { sweep } from '../sweep'
import { cancel } from './cancel'
import { reconcile } from './reconcile'
import { refresh } from './refresh'
import { renew } from './renew'
import { start } from './start'

/** What looks that come later may move of a verification, and what they must leave. */
const day = 24 * 3600_000

async function started(world: World): Promise<string> {
  return (await start(world.deps, 'alice', await world.startInput())).verification.id
}

const kept = (world: World) => {
  const [verification] = world.store.all('verifications')
  if (!verification) throw new Error('no verification')
  return verification
}

const reviewing = {
  kind: 'ok',
  value: { standing: 'reviewing', assurance: null, rawStatus: 'status=reviewing' },
} as const

test('a person who looks is a sign of life, the timer is none', async () => {
  const world = createWorld()
  const id = await started(world)
  const begun = kept(world).lifeAt
  world.pass(60_000)
  await reconcile(world.deps, id, { event: 'sweep', fact: 'ask' })
  expect(kept(world).lifeAt).toBe(begun)
  // As long as it is open nothing of it goes.
  expect(kept(world).redactAt).toBeNull()
  world.pass(60_000)
  await refresh(world.deps, 'alice', { id })
  expect(kept(world).lifeAt).toBe(world.deps.clock())
})

test('a review gives its days once, and takes none from an organization that has more', async () => {
  const world = createWorld()
  const id = await started(world)
  world.vendor.onQuery = () => reviewing
  await reconcile(world.deps, id, { event: 'notice', fact: 'ask' })
  const { expiresAt } = kept(world)
  expect(expiresAt).toBe(world.deps.clock() + 7 * day)
  world.pass(2 * day)
  await reconcile(world.deps, id, { event: 'sweep', fact: 'ask' })
  expect(kept(world)).toMatchObject({ reviewing: true, expiresAt })

  await world.store.replace('verifications', id, kept(world).version, {
    reviewing: false,
    expiresAt: world.deps.clock() + 20 * day,
  })
  await reconcile(world.deps, id, { event: 'notice', fact: 'ask' })
  expect(kept(world).expiresAt).toBe(world.deps.clock() + 20 * day)
})

test('what was typed is kept no longer because somebody looks again, and once it is gone nothing is due', async () => {
  const world = createWorld()
  const id = await started(world)
  await cancel(world.deps, 'alice', { id })
  const { redactAt } = kept(world)
  world.pass(10 * day)
  await reconcile(world.deps, id, { event: 'notice', fact: 'ask' })
  expect(kept(world)).toMatchObject({ redactAt, dueAt: redactAt })
  world.pass(20 * day)
  await sweep(world.deps)
  await reconcile(world.deps, id, { event: 'notice', fact: 'ask' })
  expect(kept(world)).toMatchObject({ sealed: null, redactAt: null, dueAt: null })
})

test('one question of two that fails leaves both unanswered', async () => {
  const world = createWorld()
  const id = await started(world)
  await world.store.insert('notices', {
    _id: 'n',
    verificationId: id,
    vendor: 'qiyuesuo',
    attempt: 1,
    standing: 'verified',
    rawStatus: 'status=verified',
    refs: { authId: '42' },
    receivedAt: world.deps.clock(),
  })
  world.vendor.onQuery = ({ refs }) =>
    refs.authId ? proven('account') : { kind: 'transient', code: 'X', detail: 'd' }
  await reconcile(world.deps, id, { event: 'notice', fact: 'ask' })
  expect(world.vendor.questions).toHaveLength(2)
  expect(kept(world)).toMatchObject({ state: 'ready', problem: 'VENDOR_UNAVAILABLE', assurance: null })
})

test('what the vendor called the attempt before is no name of the new one, also when its answer is lost', async () => {
  const world = createWorld()
  const begin = world.vendor.onStart
  world.vendor.onStart = async request => {
    const begun = await begin(request)
    return begun.kind === 'ok' ? { ...begun, value: { ...begun.value, refs: { authId: '1' } } } : begun
  }
  const id = await started(world)
  expect(kept(world).refs).toEqual({ authId: '1' })
  world.vendor.onStart = () => ({ kind: 'indeterminate', code: 'X', detail: 'd' })
  world.vendor.onQuery = () => unproven
  await renew(world.deps, 'alice', { id, attempt: 1, way: 'app' })
  expect(kept(world).attempt).toBe(2)
  expect(kept(world).refs).toEqual({})
})
