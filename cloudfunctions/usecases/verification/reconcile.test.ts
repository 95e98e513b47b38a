import { createWorld, proven, unproven, type World } from '../../../test/support/world'
import type { Fact } from '../../domain/decide'
import type { NoticeRow } from '../../domain/notice'
import { sweep } from '../sweep'
import { cancel } from './cancel'
import { noticesOfAll, reconcile } from './reconcile'
import { refresh } from './refresh'
import { renew } from './renew'
import { start } from './start'

/** What looks that come later may move of a verification, and what they must leave. */
const hour = 3600_000
const day = 24 * hour

async function started(world: World): Promise<string> {
  return (await start(world.deps, 'alice', await world.startInput())).verification.id
}

const kept = (world: World) => {
  const [verification] = world.store.all('verifications')
  if (!verification) throw new Error('no verification')
  return verification
}

const says = (standing: Fact['standing'], more: Partial<Fact> = {}) =>
  ({ kind: 'ok', value: { standing, assurance: null, rawStatus: `status=${standing}`, ...more } }) as const
const reviewing = says('reviewing')
const ask = (world: World, id: string, event = 'notice') => reconcile(world.deps, id, { event, fact: 'ask' })
const notice = (verificationId: string, _id: string, changes: Partial<NoticeRow> = {}): NoticeRow => ({
  ...{ _id, verificationId, vendor: 'qiyuesuo', attempt: 1, standing: 'started', rawStatus: 'status' },
  ...{ refs: {}, receivedAt: 1, ...changes },
})

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
  const looked = world.deps.clock()
  expect(kept(world)).toMatchObject({ lifeAt: looked, updatedAt: begun })
  world.pass(60_000)
  await reconcile(world.deps, id, { event: 'sweep', fact: 'ask' })
  expect(kept(world).lifeAt).toBe(looked)
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
  // Nor does it become another one.
  const at = world.deps.clock() - 10 * day
  expect(kept(world).history).toEqual(['created', 'ready', 'canceled'].map(state => ({ state, at })))
  world.pass(20 * day)
  await sweep(world.deps)
  await reconcile(world.deps, id, { event: 'notice', fact: 'ask' })
  expect(kept(world)).toMatchObject({ sealed: null, redactAt: null, dueAt: null })
})

test('one question of two that fails leaves both unanswered', async () => {
  const world = createWorld()
  const id = await started(world)
  await world.store.insert('notices', notice(id, 'n', { standing: 'verified', refs: { authId: '42' } }))
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

test('what is seen of it says when that last changed', async () => {
  const world = createWorld()
  world.deps.config.proof = 'observed'
  const id = await started(world)
  const answers = [
    ['nothing new', unproven, false],
    ['no answer', { kind: 'transient', code: 'X', detail: 'd' } as const, true],
    ['still no answer', { kind: 'transient', code: 'X', detail: 'd' } as const, false],
    ['an answer', unproven, true],
    ['something is missing', proven('account'), true],
    ['it is missing still', proven('account'), false],
    ['somebody has set off', says('started'), true],
    ['people look at it', reviewing, true],
    ['they look at it still', reviewing, false],
  ] as const
  const moved: [string, boolean][] = []
  for (const [what, answer] of answers) {
    world.pass(1000)
    world.vendor.onQuery = () => answer
    await ask(world, id)
    moved.push([what, kept(world).updatedAt === world.deps.clock()])
  }
  expect(moved).toEqual(answers.map(([what, , moves]) => [what, moves]))
})

test('who has set off is looked after within the hour, who has not is left alone', async () => {
  const world = createWorld()
  const { verification } = await start(world.deps, 'alice', await world.organizationInput())
  world.pass(25 * hour)
  await ask(world, verification.id, 'sweep')
  expect(kept(world)).toMatchObject({ state: 'ready', dueAt: kept(world).expiresAt })
  await refresh(world.deps, 'alice', { id: verification.id, hint: 'opened' })
  world.pass(25 * hour)
  await ask(world, verification.id, 'sweep')
  expect(kept(world)).toMatchObject({ state: 'processing' })
  expect((kept(world).dueAt ?? 0) - world.deps.clock()).toBeLessThanOrEqual(hour)
})

test('why it failed may be told later, and that stands in its trail', async () => {
  const world = createWorld()
  const id = await started(world)
  const last = () => world.store.all('audit').at(-1)
  world.vendor.onQuery = () => says('rejected')
  await ask(world, id)
  expect(last()).toMatchObject({ event: 'notice', cause: 'vendorRejected', to: 'rejected', reason: null })
  const rows = world.store.all('audit').length
  await ask(world, id)
  expect(world.store.all('audit')).toHaveLength(rows)
  world.vendor.onQuery = () => says('rejected', { reason: 'basicInformation' })
  await ask(world, id)
  expect(last()).toMatchObject({ cause: 'reasonTold', from: 'rejected', reason: 'basicInformation' })
})

describe('where the vendor is no longer on', () => {
  test('nothing is known, and a day after its time it is over', async () => {
    const world = createWorld()
    const id = await started(world)
    world.deps.drivers = new Map()
    world.pass(day)
    await ask(world, id)
    expect(kept(world)).toMatchObject({ state: 'ready', problem: null })
    world.pass(day)
    await ask(world, id)
    expect(kept(world).state).toBe('expired')
  })

  test('a start whose process died is lost all the same', async () => {
    const world = createWorld()
    world.vendor.onStart = () => Promise.reject(new Error('the process died'))
    await started(world).catch(() => {})
    world.deps.drivers = new Map()
    world.pass(40_000)
    await sweep(world.deps)
    expect(kept(world)).toMatchObject({ state: 'indeterminate', problem: 'VENDOR_NO_ANSWER' })
  })

  test('what was observed before is left as it was', async () => {
    const world = createWorld()
    world.deps.config.proof = 'observed'
    for (const { capabilities } of world.deps.drivers.values()) capabilities.observes = ['person']
    const id = await started(world)
    world.vendor.onQuery = () => proven('account')
    await ask(world, id)
    const uses = world.store.all('account_uses')
    expect(uses).toMatchObject([{ provenAt: world.deps.clock() }])
    world.deps.drivers = new Map()
    expect(await ask(world, id)).toMatchObject({ state: 'verified', assurance: 'observed' })
    expect(world.store.all('account_uses')).toEqual(uses)
  })
})

test('that an earlier attempt is open is an answer too: the time of this one is up, and no day of grace begins', async () => {
  const world = createWorld()
  for (const { capabilities } of world.deps.drivers.values()) capabilities.queryBy = ['attempt']
  const id = await started(world)
  await renew(world.deps, 'alice', { id, attempt: 1, way: 'app' })
  await world.store.insert('notices', notice(id, 'n', { refs: { authId: '42' } }))
  world.pass(day)
  await ask(world, id)
  expect(world.vendor.questions.map(({ refs }) => refs)).toEqual([{ authId: '42' }])
  expect(kept(world).state).toBe('expired')
})

describe('notices', () => {
  test('of those that came the newest are looked at', async () => {
    const world = createWorld()
    const id = await started(world)
    // The newest was written down first: a database answers in any order.
    for (let index = 0; index < 21; index++)
      await world.store.insert(
        'notices',
        notice(id, `n${index}`, { receivedAt: 100 - index, ...(index === 0 && { standing: 'reviewing' }) }),
      )
    await ask(world, id)
    expect(kept(world)).toMatchObject({ reviewing: true })
  })

  test('of many are read together, the newest of each, and not where they are more than one answer holds', async () => {
    const world = createWorld()
    const put = (count: number, of: string) =>
      world.store.insertMany(
        'notices',
        Array.from({ length: count }, (_, at) =>
          notice(of, `${of}${at}`, { receivedAt: 1 + ((at * 7) % 977) }),
        ),
      )
    await put(977, 'a')
    await put(22, 'b')
    const read = await noticesOfAll(world.deps, ['a', 'b', 'c'])
    const times = [...read].map(([id, all]) => [id, all.map(({ receivedAt }) => receivedAt)])
    expect(times).toEqual([
      ['a', Array.from({ length: 20 }, (_, at) => 977 - at)],
      ['b', Array.from({ length: 20 }, (_, at) => 1 + 7 * (21 - at))],
      ['c', []],
    ])
    await put(1, 'c')
    expect(await noticesOfAll(world.deps, ['a', 'b', 'c'])).toEqual(new Map())
  })
})
