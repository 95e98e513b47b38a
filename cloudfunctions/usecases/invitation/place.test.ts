import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import { refusedAs } from '../../../test/support/refusal'
import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import { takePlace } from './place'

/** Who has a place, whatever comes in between. */
let world: InvitationWorld
let invitation: Invitation
beforeEach(async () => {
  world = await createInvitationWorld()
  await world.invite({ most: 2 })
  const [made] = world.store.all('invitations')
  if (!made) throw new Error('no invitation')
  invitation = made
})

const first = 'v_00000000000000000000000000000001'
const second = 'v_00000000000000000000000000000002'
const take = (owner: string, verificationId = first) =>
  takePlace(world.deps, invitation, owner, verificationId)
const uses = () => world.store.all('invitation_uses')
const write = (owner: string, set: Partial<InvitationUse>) =>
  world.store.updateMany('invitation_uses', [['owner', 'eq', owner]], { set })

/** Something happens right after somebody has looked for a place. */
function afterLook(happens: () => Promise<unknown>): void {
  const find = world.deps.store.find.bind(world.deps.store)
  let isFirst = true
  world.deps.store = {
    ...world.deps.store,
    async find(collection, options) {
      const found = await find(collection, options)
      if (isFirst && collection === 'invitation_uses') {
        isFirst = false
        await happens()
      }
      return found
    },
  }
}

test('a place is known by the edition and its number', async () => {
  const now = world.deps.clock()
  const place = { version: 1, invitationId: invitation._id, edition: 1, state: null, finishedAt: null }
  const times = { createdAt: now, updatedAt: now }
  const own = { owner: 'alice', verificationId: first, place: 1, _id: `${invitation._id}_1_0001` }
  expect(await take('alice')).toEqual({ ...place, ...times, ...own })
  expect(await take('bob', second)).toMatchObject({ place: 2, _id: `${invitation._id}_1_0002` })
  expect(await refusedAs(take('carol'))).toBe('INVITATION_TAKEN token')
})

test('taken again for the same verification it is as it was, for another it begins anew', async () => {
  await take('alice')
  await write('alice', { state: 'ready', finishedAt: 1 })
  const before = uses()
  world.pass(1000)
  expect([await take('alice')]).toEqual(before)
  expect(uses()).toEqual(before)
  const again = { verificationId: second, state: null, finishedAt: null, updatedAt: world.deps.clock() }
  expect(await take('alice', second)).toMatchObject({ place: 1, ...again })
  expect(uses()).toMatchObject([again])
})

test('one that was given to somebody else meanwhile stays with him', async () => {
  await take('alice')
  afterLook(() => write('alice', { owner: 'bob' }))
  expect(await take('alice', second)).toMatchObject({ owner: 'alice', place: 2, verificationId: second })
  expect(uses()).toMatchObject([{ owner: 'bob', place: 1, verificationId: first }, { owner: 'alice' }])
})

test('one that has come free meanwhile is taken anew', async () => {
  await take('alice')
  afterLook(async () => {
    for (const { _id, version } of uses()) await world.store.remove('invitation_uses', _id, version)
  })
  expect(await take('alice', second)).toMatchObject({ owner: 'alice', place: 1, version: 1 })
})

describe('when all are taken', () => {
  beforeEach(async () => {
    await take('alice')
    await take('bob', second)
    world.pass(30_000)
  })

  test('the one left behind goes to the next, though it is not the first', async () => {
    await write('alice', { state: 'verified' })
    expect(await take('carol')).toMatchObject({ owner: 'carol', place: 2 })
  })

  test('one whose verification has gone since it was heard of stays taken', async () => {
    await write('alice', { state: 'verified' })
    await write('bob', { state: 'canceled' })
    expect(await refusedAs(take('carol'))).toBe('INVITATION_TAKEN token')
  })

  test('one whose verification was written, but not heard of yet, stays taken', async () => {
    for (const owner of ['alice', 'bob']) {
      const { verification } = await world.begin(await world.tokenOf(await world.invite()), owner)
      await write(owner, { state: null, verificationId: verification.id, updatedAt: 0 })
    }
    expect(await refusedAs(take('carol'))).toBe('INVITATION_TAKEN token')
  })

  test('one that was taken a moment ago stays taken', async () => {
    await write('alice', { state: 'verified' })
    await write('bob', { updatedAt: world.deps.clock() - 29_999 })
    expect(await refusedAs(take('carol'))).toBe('INVITATION_TAKEN token')
  })
})
