import { countedStore } from '../../../test/support/counted-store'
import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import { codeOf, refusedAs } from '../../../test/support/refusal'
import { proven } from '../../../test/support/world'
import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import { cancel } from '../verification/cancel'
import { refresh } from '../verification/refresh'
import { finishInvitation, openInvitation } from './open'
import { getInvitation } from './read'

/** What an invitation is to whoever holds its code: also where documents have been left half-way. */
let world: InvitationWorld
let id: string
let token: string
beforeEach(async () => {
  world = await createInvitationWorld()
  id = await world.invite()
  token = await world.tokenOf(id)
})

const open = (openid = 'alice') => openInvitation(world.deps, openid, { token })
const finish = (openid = 'alice') => finishInvitation(world.deps, openid, { token })
const events = async () =>
  (await getInvitation(world.deps, operator, { id })).invitation.history.map(({ event }) => event)
const write = (set: Partial<Invitation>) =>
  world.store.updateMany('invitations', [['_id', 'eq', id]], { set })
const writeUse = (set: Partial<InvitationUse>) =>
  world.store.updateMany('invitation_uses', [['invitationId', 'eq', id]], { set })
async function verified(openid = 'alice'): Promise<void> {
  const { verification } = await world.begin(token, openid)
  world.vendor.onQuery = () => proven('attempt')
  await refresh(world.deps, openid, { id: verification.id, hint: 'returned' })
}

describe('the first scan', () => {
  test('of two at once is remembered once', async () => {
    await Promise.all([open('alice'), open('bob')])
    expect(await events()).toEqual(['created', 'opened'])
  })

  test('is none of whoever made it, also where that is remembered as it was once', async () => {
    await write({ owner: 'olga' })
    await open('olga')
    expect(await events()).toEqual(['created'])
    await open()
    expect(await events()).toEqual(['created', 'opened'])
  })

  test('was one, for whoever begins without it', async () => {
    await world.begin(token, 'alice')
    expect(await events()).toEqual(['created', 'opened', 'inviteeStarted'])
  })

  test('is looked for once only', async () => {
    await open()
    const { store, counts } = countedStore(world.deps.store)
    world.deps.store = store
    await open()
    expect(counts).toMatchObject({ reads: 3, writes: 0 })
  })
})

describe('whoever has a place', () => {
  test('may begin again up to the last moment, and sees what it is about afterwards', async () => {
    const { verification } = await world.begin(token, 'alice')
    await cancel(world.deps, 'alice', { id: verification.id })
    world.pass(30 * day - 1)
    expect(await open()).toMatchObject({ standing: 'mine', canStart: true })
    world.pass(1)
    expect(await open()).toMatchObject({ standing: 'mine', canStart: false, terms: { mode: null } })
    expect(await refusedAs(world.begin(token, 'alice'))).toBe('INVITATION_OVER token')
  })

  test('begins no more once verified', async () => {
    await verified()
    expect(await refusedAs(world.begin(token, 'alice'))).toBe('INVITATION_ENDED token')
  })

  test('keeps it when nothing was written of the verification', async () => {
    await world.begin(token, 'alice')
    await writeUse({ verificationId: `v_${'0'.repeat(32)}` })
    expect(await open()).toMatchObject({ standing: 'mine', verification: null, canStart: true })
  })
})

test('nothing begins on what was removed for good, nor with nobody to verify it', async () => {
  expect(await open()).toMatchObject({ canStart: true, terms: { vendors: ['qiyuesuo'] } })
  await write({ sealed: null })
  expect(await open()).toMatchObject({ standing: 'open', canStart: false, terms: { filledIn: [] } })
  expect(await refusedAs(world.begin(token, 'alice'))).toBe('INVITATION_OVER token')
  id = await world.invite()
  token = await world.tokenOf(id)
  world.deps.drivers = new Map()
  expect(await open()).toMatchObject({ standing: 'open', canStart: false, terms: { vendors: [] } })
})

test('of several vendors those are offered that can, or the one that was decided on', async () => {
  const [base] = world.deps.drivers.values()
  if (!base) throw new Error('no driver')
  const organizations = { ...base.capabilities, subjects: ['organization'] as const }
  world.deps.drivers = new Map(
    [
      { ...base, id: 'ess' as const, capabilities: organizations },
      base,
      { ...base, id: 'esign' as const },
    ].map(each => [each.id, each]),
  )
  expect((await open()).terms?.vendors).toEqual(['qiyuesuo', 'esign'])
  await write({ vendor: 'esign' })
  expect((await open()).terms?.vendors).toEqual(['esign'])
  expect(await refusedAs(world.begin(token, 'alice'))).toBe('VENDOR_OFF vendor')
  await write({ vendor: 'ess' })
  expect(await open()).toMatchObject({ canStart: false, terms: { vendors: [] } })
})

describe('going on from the last page', () => {
  test('is for those who were verified', async () => {
    expect(await codeOf(finish('bob'))).toBe('INVITATION_ENDED')
    await verified()
    expect(await codeOf(finish('bob'))).toBe('INVITATION_ENDED')
    expect(await finish()).toMatchObject({ finished: true, standing: 'mine' })
  })

  test('counts although nobody has passed on yet what the invitee has seen', async () => {
    await verified()
    await writeUse({ state: 'processing' })
    expect(await finish()).toMatchObject({ finished: true })
    expect(await events()).toContain('allFinished')
  })

  test('happens once, however often it is said', async () => {
    await verified()
    world.pass(1000)
    await finish()
    const [before] = world.store.all('invitation_uses')
    expect(before).toMatchObject({ finishedAt: world.deps.clock(), updatedAt: world.deps.clock() })
    world.pass(1000)
    await finish()
    expect(world.store.all('invitation_uses')).toEqual([before])
  })
})
