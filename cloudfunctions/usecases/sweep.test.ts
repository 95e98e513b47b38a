import { createBatchWorld } from '../../test/support/batch-world'
import { createInvitationWorld } from '../../test/support/invitation-world'
import { createWorld } from '../../test/support/world'
import { readTemplates } from '../domain/message/template'
import { allChores, type Chore } from '../domain/rounds'
import { createVault } from '../platform/crypto'
import { ofRun } from './message/send'
import { sweep } from './sweep'
import { start } from './verification/start'

const nothing = {
  due: 0,
  changed: 0,
  redacted: 0,
  failed: 0,
  links: 0,
  told: 0,
  untold: 0,
  delivered: 0,
  undelivered: 0,
  batches: 0,
  invitations: 0,
  filesRemoved: 0,
  rowsRedacted: 0,
  flushed: 0,
  resealed: 0,
  unreadable: 0,
  left: false,
}
const none: ReadonlySet<Chore> = new Set()
const messages = readTemplates('result:template-of-results:matter=thing1,outcome=phrase2')

/** Where an idle run looks, by what it is to look after. */
const places: Record<Chore, string[]> = {
  outbox: ['verifications', 'invitations', 'batches', 'batch_rows'],
  verifications: ['verifications'],
  links: ['invitation_links'],
  deliveries: ['endpoints'],
  rows: ['batch_rows'],
  messages: ['messages'],
  housekeeping: [
    'batch_rows',
    'links',
    'batches',
    'invitations',
    'files',
    'handovers',
    'events',
    'deliveries',
    'kept_answers',
    'exports',
  ],
  daily: ['consents', 'counters', 'account_uses', 'operator_codes', 'health', 'messages', 'audit'],
  reseal: [],
  figures: ['verifications', 'invitations'],
}

test.each(Object.entries(places))(
  'a run that is to look after %s looks nowhere else',
  async (chore, wanted) => {
    const world = createWorld()
    Object.assign(world.deps.config, { messages })
    const looked = jest.spyOn(world.store, 'find')
    const writes = jest.fn()
    world.store.beforeWrite(writes)
    expect(await sweep(world.deps, new Set([chore as Chore]))).toEqual(nothing)
    expect([...new Set(looked.mock.calls.map(([collection]) => collection))]).toEqual(wanted)
    expect(writes).not.toHaveBeenCalled()
  },
)

test('a run looks after everything, unless it is told what', async () => {
  const { deps, store } = createWorld()
  Object.assign(deps.config, { messages })
  const looked = jest.spyOn(store, 'find')
  await sweep(deps)
  const all = new Set([...allChores].flatMap(chore => places[chore]))
  expect(new Set(looked.mock.calls.map(([collection]) => collection))).toEqual(all)
})

test('a run sends a limited number of messages', async () => {
  const { deps, store } = createWorld()
  Object.assign(deps.config, { messages })
  const looked = jest.spyOn(store, 'find')
  await sweep(deps, new Set<Chore>(['messages']))
  expect(looked.mock.calls.map(([, { limit }]) => limit)).toEqual([ofRun])
})

test('where nobody is told anything, nobody is looked for', async () => {
  const { deps, store } = createWorld()
  const looked = jest.spyOn(store, 'find')
  expect(await sweep(deps, new Set<Chore>(['messages']))).toEqual(nothing)
  expect(looked).not.toHaveBeenCalled()
})

describe('the next run begins at once', () => {
  test.each([
    [false, 'nothing is left', [0, 24_999, 44_999]],
    [true, 'verifications took the time', [0, 25_000, 25_001]],
    [true, 'all of it took the time', [0, 1, 45_000]],
  ])('is %p when %s', async (left, _, times) => {
    const { deps } = createWorld()
    const clock = () => times.shift() ?? 0
    expect(await sweep({ ...deps, clock }, none)).toEqual({ ...nothing, left })
  })

  test.each([
    ['for the next verification', (reserve?: number) => reserve === undefined],
    ['for anything', (reserve?: number) => reserve !== undefined],
  ])('when no time to ask others is left %s', async (_, hasTime) => {
    const { deps } = createWorld()
    expect((await sweep({ ...deps, hasTime }, none)).left).toBe(true)
  })

  test('when rows of a batch wait for a moment only, and another went on', async () => {
    const world = await createBatchWorld()
    await world.submittedOf(1)
    await world.batchOf(1)
    const wait = async (index: number, state: 'accepted' | 'queued', ms: number) => {
      const row = world.store.all('batch_rows')[index]
      const changes = { state, dueAt: world.deps.clock() + ms }
      await world.store.replace('batch_rows', row?._id ?? '', row?.version ?? 0, changes)
    }
    const rows = new Set<Chore>(['rows'])
    await wait(0, 'accepted', 100_000)
    await wait(1, 'queued', 1000)
    expect(await sweep(world.deps, rows)).toMatchObject({ batches: 0, left: false })
    await wait(0, 'accepted', 0)
    expect(await sweep(world.deps, rows)).toMatchObject({ batches: 1, left: true })
    await wait(0, 'accepted', 0)
    await wait(1, 'queued', 100_000)
    expect(await sweep(world.deps, rows)).toMatchObject({ batches: 1, left: false })
  })
})

test('what is sealed with an old key is sealed anew by the run that is to look after it', async () => {
  const world = createWorld()
  await start(world.deps, 'alice', await world.startInput())
  const { keys } = world.deps.config
  const seal = [{ id: 'k2', key: Buffer.alloc(32, 7) }, ...keys.seal]
  const deps = { ...world.deps, vault: createVault({ ...keys, seal }) }
  const reseal = new Set<Chore>(['reseal'])
  expect((await sweep(deps, new Set<Chore>(['rows']))).resealed).toBe(0)
  expect(await sweep({ ...deps, hasTime: () => false }, reseal)).toEqual({ ...nothing, left: true })
  expect(await sweep(deps, reseal)).toEqual({ ...nothing, resealed: 1 })
})

test('a run that sends to receivers needs no other for it; one that does not, does', async () => {
  const { deps } = createWorld()
  const { nextRun } = deps.instance
  nextRun.wanted = true
  await sweep(deps, new Set<Chore>(['rows']))
  expect(nextRun.wanted).toBe(true)
  await sweep(deps, new Set<Chore>(['deliveries']))
  expect(nextRun.wanted).toBe(false)
})

test('what dead processes have left untold is told, of whatever kind, and counted', async () => {
  const world = await createInvitationWorld()
  const { store } = world.deps
  for (const who of ['alice', 'bob', 'carol', 'dave'])
    await start(world.deps, who, await world.startInput({ clientKey: `key-of-${who}` }, who))
  for (let index = 0; index < 2; index++) await world.invite()
  const batches = await createBatchWorld()
  await batches.batchOf(1)
  for (const collection of ['batches', 'audit'] as const)
    for (const document of batches.store.all(collection)) await store.insert(collection, document)
  const outboxAt = world.deps.clock() - 60_000
  const left = async (collection: 'verifications' | 'invitations' | 'batches') => {
    for (const { _id, version } of world.store.all(collection)) {
      const outbox = world.store.all('audit').filter(row => row._id.startsWith(`${_id}_`))
      await store.replace(collection, _id, version, { outboxAt, outbox: outbox as never })
    }
  }
  for (const collection of ['verifications', 'invitations', 'batches'] as const) await left(collection)
  const outbox = new Set<Chore>(['outbox'])
  expect(await sweep(world.deps, outbox)).toEqual({ ...nothing, flushed: 7 })
  expect(await sweep(world.deps, outbox)).toEqual(nothing)
})
