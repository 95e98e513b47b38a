import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import type { Verification } from '../../domain/verification'
import { sweep } from '../sweep'
import { cancel } from './cancel'
import { erase, redactAll } from './redact'
import { start } from './start'

/** What goes of a verification, with what stands beside it, and what stays. */

const day = 24 * 3600_000
let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})
const kept = (id: string): Verification => {
  const found = world.store.all('verifications').find(({ _id }) => _id === id)
  if (!found) throw new Error('it is gone')
  return found
}
const begin = async (owner = 'alice') => {
  const input = await world.startInput({ clientKey: `key-of-${owner}-0000000001` }, owner)
  return (await start(world.deps, owner, input)).verification.id
}
const invited = async () =>
  (await world.begin(await world.tokenOf(await world.invite()), 'carol')).verification.id
const trail = (id: string) =>
  world.store
    .all('audit')
    .flatMap(row => ('verificationId' in row && row.verificationId === id ? [row] : []))
    .map(({ event, cause }) => `${event} ${cause}`)
const failing = (error: unknown) => {
  throw error
}
const nobodys = {
  ...{ owner: '', bodyHash: '', searchKeys: [], maskedName: null, maskedContact: '', sealed: null },
  ...{ before: null, tag: null, redactAt: null, dueAt: null },
}
/** Writes that were made, as `removeMany notices`. */
const written = () => {
  const all: string[] = []
  world.store.beforeWrite((operation, collection) => {
    all.push(`${operation} ${collection}`)
  })
  return all
}

/** What others keep beside a verification. */
const putBeside = async (about: string) => {
  const { owner } = kept(about)
  await world.store.insert('case_notes', { _id: about, version: 1, sealed: 'x', operator: 'o_1', at: 1 })
  await world.store.insert('messages', {
    ...{ _id: `result_${about}`, version: 1, kind: 'result', about, owner, state: 'waiting', dueAt: null },
    ...{ reviewed: false, tries: 0, code: null, sentAt: null, createdAt: 1, expiresAt: 9e15 },
  })
}
const beside = () => [
  ...world.store.all('case_notes').map(({ _id }) => _id),
  ...world.store.all('messages').map(({ about }) => about),
]

test('after its time what was typed and whose it was are gone, here and beside; how it ended stays', async () => {
  const id = await invited()
  const other = await begin('bob')
  await cancel(world.deps, 'carol', { id })
  for (const each of [id, other]) await putBeside(each)
  expect(beside()).toHaveLength(4)
  world.pass(30 * day)
  const writes = written()
  await sweep(world.deps)
  expect(kept(id)).toMatchObject({ ...nobodys, state: 'canceled', bizId: 'order-7', refs: {} })
  expect(trail(id).at(-1)).toBe('sweep redacted')
  expect(beside()).toEqual([other, other])
  expect(world.store.all('invitation_uses')).toMatchObject([{ verificationId: id, owner: '' }])
  const consents = new Map(world.store.all('consents').map(({ _id, ...each }) => [_id, each]))
  expect(consents.get(kept(id).consentId)).toMatchObject({ owner: '', openidUntil: null })
  expect(kept(other).owner).toBe('bob')
  expect(consents.get(kept(other).consentId)).toMatchObject({ owner: 'bob' })
  expect(writes).toContain('updateMany invitation_uses')
})

test('nothing is written for what is not there', async () => {
  await begin()
  const writes = written()
  expect(await redactAll(world.deps, [], failing)).toBe(0)
  expect(writes).toEqual([])
  await redactAll(world.deps, world.store.all('verifications'), failing)
  expect(writes).toContain('removeMany notices')
  expect(writes).not.toContain('updateMany invitation_uses')
})

test('what somebody has changed since it was found is left to the next run', async () => {
  const id = await begin()
  const found = kept(id)
  await world.store.replace('verifications', id, found.version, { tag: 'doubt' })
  expect(await redactAll(world.deps, [found], failing)).toBe(0)
  expect(kept(id)).toMatchObject({ owner: 'alice', tag: 'doubt' })
  expect(await redactAll(world.deps, [kept(id)], failing)).toBe(1)
  expect(kept(id)).toMatchObject(nobodys)
})

describe('erased', () => {
  test('it ends, and nothing leads to anybody; once more changes nothing', async () => {
    const id = await invited()
    await putBeside(id)
    await erase(world.deps, kept(id))
    expect(beside()).toEqual([])
    expect(world.store.all('consents').map(({ owner }) => owner)).toEqual([''])
    const after = kept(id)
    expect(after).toMatchObject({ ...nobodys, state: 'canceled', bizId: '', refs: {} })
    expect(trail(id).at(-1)).toBe('erase erased')
    await erase(world.deps, after)
    expect(kept(id)).toEqual(after)
    expect(trail(id).filter(row => row === 'erase erased')).toHaveLength(1)
  })

  test('a notice that was on its way goes too, and no other', async () => {
    const id = await begin()
    const about = { vendor: 'qiyuesuo', attempt: 1, standing: null, rawStatus: null, refs: {} } as const
    const notice = (_id: string, verificationId: string) => ({
      ...{ _id, version: 1, verificationId, receivedAt: world.deps.clock(), ...about },
    })
    await world.store.insert('notices', notice('other', 'v_other'))
    world.store.beforeWrite(async (operation, collection) => {
      if (operation !== 'replace' || collection !== 'verifications') return
      world.store.beforeWrite(() => {})
      await world.store.insert('notices', notice('late', id))
    })
    await erase(world.deps, kept(id))
    expect(world.store.all('notices').map(({ _id }) => _id)).toEqual(['other'])
  })
})
