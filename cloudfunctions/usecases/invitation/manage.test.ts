import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import { codeOf } from '../../../test/support/refusal'
import type { Invitation } from '../../domain/invitation/invitation'
import { operatorId } from '../operator/identity'
import { resendInvitation, revokeInvitations } from './manage'
import { sweepInvitations } from './sweepInvitations'

/** What operators do with an invitation, and when it must be looked at again. */
let world: InvitationWorld
let id: string
beforeEach(async () => {
  world = await createInvitationWorld()
  id = await world.invite({ days: 2 })
})

const start = 1_700_000_000_000
const kept = (wanted = id): Invitation => {
  const found = world.store.all('invitations').find(({ _id }) => _id === wanted)
  if (!found) throw new Error('no invitation')
  return found
}
const rows = () =>
  world.store
    .all('audit')
    .flatMap(row => ('invitationId' in row && row.invitationId === id ? [row] : []))
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ event, operator: who, from, to }) => [event, who, from, to])
const who = () => operatorId(world.deps, operator)
const sweep = () => sweepInvitations(world.deps, world.deps.clock())
const resend = (changes = {}) =>
  resendInvitation(world.deps, operator, { id, days: 7, newCode: false, ...changes })
const revoke = (...ids: string[]) => revokeInvitations(world.deps, operator, { ids })
const write = (set: Partial<Invitation>) =>
  world.store.updateMany('invitations', [['_id', 'eq', id]], { set })
const retention = 30 * day

describe('taking back', () => {
  test('says which were, leaves a row of who did it, and what was filled in goes when its time has come', async () => {
    const other = await world.invite()
    world.pass(1000)
    expect(await revoke(other, id, `i_${'0'.repeat(32)}`)).toEqual({ revoked: [other, id] })
    const redactAt = start + 1000 + retention
    expect(kept()).toMatchObject({ state: 'revoked', updatedAt: start + 1000, redactAt, dueAt: redactAt })
    expect(rows().at(-1)).toEqual(['operatorRevoked', who(), 'pending', 'revoked'])
    expect(await revoke(id)).toEqual({ revoked: [] })
    expect(kept().redactAt).toBe(redactAt)
  })

  test('of what has run out counts from then; of what was removed for good nothing is left to remove', async () => {
    world.pass(2 * day)
    await sweep()
    expect(kept()).toMatchObject({ state: 'expired', redactAt: start + 2 * day + retention })
    world.pass(day)
    await revoke(id)
    expect(kept()).toMatchObject({ state: 'revoked', redactAt: start + 3 * day + retention })
    id = await world.invite({ days: 1 })
    await write({ sealed: null })
    await revoke(id)
    expect(kept()).toMatchObject({ state: 'revoked', redactAt: null, dueAt: null })
  })
})

describe('sending anew', () => {
  test('gives more time on the same code, and remembers who did it', async () => {
    world.pass(2 * day)
    await sweep()
    const { tokenHash } = kept()
    const { invitation } = await resend()
    const expiresAt = start + 9 * day
    expect(invitation).toMatchObject({ state: 'pending', expiresAt, openedAt: null })
    const same = { edition: 1, tokenHash, redactAt: null, openedAt: null }
    expect(kept()).toMatchObject({ ...same, expiresAt, dueAt: expiresAt, updatedAt: start + 2 * day })
    expect(rows()).toEqual([
      ['created', who(), null, 'pending'],
      ['timeUp', '', 'pending', 'expired'],
      ['operatorResent', who(), 'expired', 'pending'],
    ])
  })

  test('says in the same write when it must be looked at again: whoever dies then has not lost it', async () => {
    const written: unknown[] = []
    const replace = world.deps.store.replace.bind(world.deps.store)
    world.deps.store.replace = (collection, which, version, changes) => {
      if (collection === 'invitations') written.push(changes)
      return replace(collection, which, version, changes)
    }
    await resend()
    expect(written).toMatchObject([{ expiresAt: start + 7 * day, dueAt: start + 7 * day, redactAt: null }])
  })

  test('with a new code is another edition', async () => {
    await resend({ newCode: true })
    expect(kept().edition).toBe(2)
    await resend({ newCode: true })
    expect(kept().edition).toBe(3)
  })

  test('whoever has begun and keeps the place brings it on at once', async () => {
    await world.begin(await world.tokenOf(id), 'alice')
    expect((await resend()).invitation).toMatchObject({ state: 'started', begun: 1 })
    expect(rows().slice(-2)).toEqual([
      ['operatorResent', who(), 'started', 'pending'],
      ['inviteeStarted', '', 'pending', 'started'],
    ])
    expect((await resend({ newCode: true })).invitation).toMatchObject({ state: 'pending', begun: 0 })
  })

  test('nothing can be sent anew of which nothing is left', async () => {
    await write({ sealed: null })
    expect(await codeOf(resend())).toBe('INVITATION_ENDED')
    expect(await codeOf(resend({ id: `i_${'0'.repeat(32)}` }))).toBe('NOT_FOUND')
  })
})
