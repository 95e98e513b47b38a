import { createInvitationWorld, type InvitationWorld } from '../../../test/support/invitation-world'
import type { Invitation } from '../../domain/invitation/invitation'
import { eraseInvitation } from './erase'

let world: InvitationWorld
let id: string
beforeEach(async () => {
  world = await createInvitationWorld()
  id = await world.invite()
})

const nothing = { sealed: null, searchKeys: [], maskedName: '', maskedContact: '', bizId: '', dueAt: null }
const write = (set: Partial<Invitation>) =>
  world.store.updateMany('invitations', [['_id', 'eq', id]], { set })
const rows = () =>
  world.store
    .all('audit')
    .flatMap(row => ('invitationId' in row ? [row] : []))
    .sort((a, b) => a.sequence - b.sequence)
    .slice(1)
    .map(({ event, operator, from, to }) => [event, operator, from, to])

test('what can still be taken back is, and nothing of the invitee stays; once is enough', async () => {
  await eraseInvitation(world.deps, id, 'o_1')
  expect(world.store.all('invitations')).toMatchObject([{ ...nothing, state: 'revoked' }])
  expect(rows()).toEqual([
    ['operatorRevoked', 'o_1', 'pending', 'revoked'],
    ['redacted', 'o_1', 'revoked', 'revoked'],
  ])
  const before = world.store.all('invitations')
  await eraseInvitation(world.deps, id, 'o_1')
  expect(world.store.all('invitations')).toEqual(before)
})

test.each([
  ['what has come to its end stays as it ended', { state: 'verified' }],
  ['the number of the matter goes, where it is all that is left', { state: 'verified', sealed: null }],
  ['what was filled in goes, where there was no number', { state: 'verified', bizId: '' }],
] as const)('%s', async (_, changes) => {
  await write(changes)
  await eraseInvitation(world.deps, id, '')
  expect(world.store.all('invitations')).toMatchObject([{ ...nothing, state: 'verified' }])
  expect(rows()).toEqual([['redacted', '', 'verified', 'verified']])
})
