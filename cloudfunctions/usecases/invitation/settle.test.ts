import { createInvitationWorld, day, type InvitationWorld } from '../../../test/support/invitation-world'
import { codeOf } from '../../../test/support/refusal'
import type { Invitation } from '../../domain/invitation/invitation'
import { cancel } from '../verification/cancel'
import { settleInvitation, settleUse } from './settle'
import { sweepInvitations } from './sweepInvitations'

/** Where its people and the clock bring an invitation. */
let world: InvitationWorld
let id: string
beforeEach(async () => {
  world = await createInvitationWorld()
  id = await world.invite({ days: 2 })
})

const start = 1_700_000_000_000
const retention = 30 * day
const kept = (): Invitation | undefined => world.store.all('invitations').find(({ _id }) => _id === id)
const sweep = () => sweepInvitations(world.deps, world.deps.clock())

describe('when it must be looked at again', () => {
  test('while its time lasts at its end; then whoever is half-way brings it to its end', async () => {
    const token = await world.tokenOf(id)
    const { verification } = await world.begin(token, 'alice')
    expect(kept()).toMatchObject({ state: 'started', dueAt: start + 2 * day, redactAt: null })
    world.pass(2 * day)
    await sweep()
    expect(kept()).toMatchObject({ state: 'started', dueAt: null, redactAt: null })
    await cancel(world.deps, 'alice', { id: verification.id })
    const redactAt = start + 2 * day + retention
    expect(kept()).toMatchObject({ state: 'expired', dueAt: redactAt, redactAt })
  })

  test('what has not changed is not written', async () => {
    await world.begin(await world.tokenOf(id), 'alice')
    const before = world.store.all('invitations')
    await settleInvitation(world.deps, id)
    expect(world.store.all('invitations')).toEqual(before)
    expect(await codeOf(settleInvitation(world.deps, `i_${'0'.repeat(32)}`))).toBe('NOT_FOUND')
  })
})

describe('what has become of a verification', () => {
  test('is passed on once', async () => {
    await world.begin(await world.tokenOf(id), 'alice')
    const [verification] = world.store.all('verifications')
    if (!verification) throw new Error('no verification')
    const before = world.store.all('invitation_uses')
    world.pass(1000)
    await settleUse(world.deps, verification)
    expect(world.store.all('invitation_uses')).toEqual(before)
  })

  test.each([
    { useId: null, invitationId: null },
    { useId: 'u', invitationId: null },
    { useId: null, invitationId: 'i' },
  ])('that has no place of any invitation is nobody’s matter: %j', async places => {
    world.deps.store = { ...world.deps.store, get: () => Promise.reject(new Error('asked')) }
    await settleUse(world.deps, { _id: 'v_1', ...places })
  })

  test('whose place has gone is nobody’s matter either', async () => {
    const before = world.store.all('invitations')
    await settleUse(world.deps, { _id: 'v_1', useId: 'gone', invitationId: id })
    expect(world.store.all('invitations')).toEqual(before)
  })
})
