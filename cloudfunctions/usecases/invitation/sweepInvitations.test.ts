import { countedStore } from '../../../test/support/counted-store'
import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import type { State } from '../../domain/lifecycle'
import { getInvitation } from './read'
import { settleInvitation } from './settle'
import { flushInvitations, sweepInvitations } from './sweepInvitations'

/** The sweep's part with invitations, by itself: nobody else brings them on meanwhile. */
let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

const sweep = (deadline = world.deps.clock()) => sweepInvitations(world.deps, deadline)
const statesOf = (...ids: string[]) =>
  ids.map(id => world.store.all('invitations').find(({ _id }) => _id === id)?.state)
const placeOn = (invitationId: string, place: number, state: State | null, edition = 1): InvitationUse => ({
  _id: `${invitationId}_${edition}_${String(place).padStart(4, '0')}`,
  version: 1,
  invitationId,
  edition,
  place,
  owner: `person-${place}`,
  verificationId: `v_${place}`,
  state,
  finishedAt: null,
  createdAt: 0,
  updatedAt: 0,
})
const placed = (...all: InvitationUse[]) => world.store.insertMany('invitation_uses', all)
/** So many more of the same. */
async function copies(count: number, changes: Partial<Invitation> = {}): Promise<string[]> {
  await world.invite({ days: 1 })
  const [one] = world.store.all('invitations')
  if (!one) throw new Error('no invitation')
  const all = Array.from({ length: count }, (_, index) => {
    const _id = `${one._id}${index}`
    return { ...one, ...changes, _id, listKey: _id, tokenHash: _id }
  })
  await world.store.insertMany('invitations', all)
  return all.map(({ _id }) => _id)
}

test('each is settled by those on its own codes of now', async () => {
  const [idle, begun, done, moved, late] = [
    await world.invite({ days: 1 }),
    await world.invite({ days: 1 }),
    await world.invite({ days: 1 }),
    await world.invite({ days: 1 }),
    await world.invite({ days: 2 }),
  ]
  await placed(placeOn(begun, 1, 'processing'), placeOn(done, 1, 'verified'), placeOn(moved, 1, 'verified'))
  await placed(placeOn(moved, 1, 'canceled', 2))
  await world.store.updateMany('invitations', [['_id', 'eq', moved]], { set: { edition: 2 } })
  world.pass(day)
  expect(await sweep()).toEqual({ invitations: 4, filesRemoved: 0 })
  expect(statesOf(idle, begun, done, moved, late)).toEqual([
    'expired',
    'started',
    'verified',
    'expired',
    'pending',
  ])
  expect(world.store.all('invitations').map(({ begun, verified }) => [begun, verified])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 0],
    [0, 0],
  ])
  expect((await sweep()).invitations).toBe(0)
})

test('a hundred that run out in one moment are a few questions and one write each', async () => {
  const ids = await copies(99)
  await placed(...ids.map(id => placeOn(id, 1, 'canceled')))
  world.pass(day)
  const { store, counts } = countedStore(world.deps.store)
  world.deps.store = store
  expect((await sweep()).invitations).toBe(100)
  expect(new Set(statesOf(...ids))).toEqual(new Set(['expired']))
  // What is due, twice; the places; business systems to tell of it; files.
  expect(counts.reads).toBeLessThanOrEqual(6)
})

test('more places than one answer holds are looked at one invitation at a time', async () => {
  const [first, second] = await copies(2, { most: 1000 })
  if (!first || !second) throw new Error('no copies')
  await placed(...Array.from({ length: 1000 }, (_, index) => placeOn(second, index + 1, 'verified')))
  await placed(placeOn(first, 1, 'processing'))
  world.pass(day)
  await sweep()
  expect(statesOf(first, second)).toEqual(['started', 'verified'])
})

test('whoever begins while it is settled is not left out', async () => {
  const id = await world.invite({ days: 1 })
  world.pass(day)
  let isFirst = true
  world.store.beforeWrite(async (operation, collection) => {
    if (operation !== 'replace' || collection !== 'invitations' || !isFirst) return
    isFirst = false
    await placed(placeOn(id, 1, 'processing'))
    await settleInvitation(world.deps, id)
  })
  await sweep()
  expect(world.store.all('invitations')).toMatchObject([{ state: 'started', sealed: expect.any(String) }])
})

test('what somebody else has let run out meanwhile keeps what was filled in until its time has come', async () => {
  const id = await world.invite({ days: 1 })
  world.pass(day)
  let isFirst = true
  world.store.beforeWrite(async (operation, collection) => {
    if (operation !== 'replace' || collection !== 'invitations' || !isFirst) return
    isFirst = false
    await settleInvitation(world.deps, id)
  })
  await sweep()
  expect(world.store.all('invitations')).toMatchObject([{ state: 'expired', sealed: expect.any(String) }])
})

test('with nothing to do it asks what is due, and no more', async () => {
  await world.invite({ days: 1 })
  const { store, counts } = countedStore(world.deps.store)
  world.deps.store = store
  await sweep()
  expect(counts).toEqual({ reads: 2, writes: 0, documents: 0 })
})

test('those that have been due longest come first', async () => {
  const [third, first, second] = [
    await world.invite({ days: 3 }),
    await world.invite({ days: 1 }),
    await world.invite({ days: 2 }),
  ]
  world.pass(3 * day)
  const order: string[] = []
  const replace = world.deps.store.replace.bind(world.deps.store)
  world.deps.store = {
    ...world.deps.store,
    replace(collection, id, version, changes) {
      if (collection === 'invitations') order.push(id)
      return replace(collection, id, version, changes)
    },
  }
  await sweep()
  expect(order).toEqual([first, second, third])
})

test('after its time nothing is begun, at its last moment still', async () => {
  const id = await world.invite({ days: 1 })
  world.pass(day)
  await sweep(world.deps.clock() - 1)
  expect(statesOf(id)).toEqual(['pending'])
  await sweep(world.deps.clock())
  expect(statesOf(id)).toEqual(['expired'])
})

test('a page full of those that fail ends the run, and is due in the next', async () => {
  await copies(99)
  world.pass(day)
  let writes = 0
  world.store.beforeWrite((operation, collection) => {
    if (operation !== 'replace' || collection !== 'invitations') return
    writes += 1
    throw new Error('the database is away')
  })
  expect((await sweep(world.deps.clock() + 60_000)).invitations).toBe(100)
  expect(writes).toBe(100)
  expect(world.logged.join()).toContain('"error":"Error"')
  world.store.beforeWrite(() => {})
  await sweep()
  expect(new Set(world.store.all('invitations').map(({ state }) => state))).toEqual(new Set(['expired']))
})

test('what was filled in goes when its time has come, and not a moment before', async () => {
  const id = await world.invite({ days: 1 })
  world.pass(day)
  await sweep()
  world.pass(30 * day - 1)
  await sweep()
  expect(world.store.all('invitations')).toMatchObject([{ sealed: expect.any(String), maskedName: '测试**' }])
  world.pass(1)
  await sweep()
  expect(world.store.all('invitations')).toMatchObject([
    { sealed: null, searchKeys: [], maskedName: '', maskedContact: '', redactAt: null, dueAt: null },
  ])
  const { history, state } = (await getInvitation(world.deps, operator, { id })).invitation
  expect(state).toBe('expired')
  expect(history.map(({ event }) => event)).toEqual(['created', 'timeUp', 'redacted'])
})

test('what has become of it in the last moment is written first, then what was filled in goes', async () => {
  const id = await world.invite({ days: 1 })
  world.pass(day)
  await sweep()
  world.pass(30 * day)
  await placed(placeOn(id, 1, 'verified'))
  await sweep()
  expect(world.store.all('invitations')).toMatchObject([{ state: 'verified', verified: 1 }])
  world.pass(30 * day)
  await sweep()
  expect(world.store.all('invitations')).toMatchObject([{ state: 'verified', sealed: null }])
})

test('files of which the time is over are removed; one that cannot be stays for the next run', async () => {
  const now = world.deps.clock()
  const files = [
    { _id: 'f_1', fileId: 'cloud://env/sheets/1.pdf', expiresAt: now },
    { _id: 'f_2', fileId: 'cloud://env/sheets/2.pdf', expiresAt: now - 1 },
    { _id: 'f_3', fileId: 'cloud://env/sheets/3.pdf', expiresAt: now + 1 },
  ]
  for (const each of files) {
    await world.store.insert('files', { ...each, version: 1 })
    world.files.set(each.fileId, Buffer.from('x'))
  }
  const { remove } = world.deps.files
  world.deps.files.remove = id => (id.endsWith('/2.pdf') ? Promise.reject(new Error('away')) : remove(id))
  expect((await sweep()).filesRemoved).toBe(1)
  expect([...world.files.keys()]).toEqual(['cloud://env/sheets/2.pdf', 'cloud://env/sheets/3.pdf'])
  expect(world.store.all('files').map(({ _id }) => _id)).toEqual(['f_2', 'f_3'])
  expect(world.logged.join()).toContain('file.kept')
  world.deps.files.remove = remove
  expect((await sweep()).filesRemoved).toBe(1)
})

test('what a dead process has not told is told once it has surely died', async () => {
  await world.invite()
  world.store.beforeWrite((operation, collection) => {
    if (operation === 'insert' && collection === 'audit') throw new Error('died')
  })
  await expect(world.invite()).rejects.toThrow('died')
  world.store.beforeWrite(() => {})
  world.pass(59_999)
  expect(await flushInvitations(world.deps)).toBe(0)
  world.pass(1)
  expect(await flushInvitations(world.deps)).toBe(1)
  const untold = world.store.all('invitations').filter(({ outbox }) => outbox.length > 0)
  expect(untold).toEqual([])
  expect(world.store.all('audit').filter(row => 'invitationId' in row)).toHaveLength(2)
})
