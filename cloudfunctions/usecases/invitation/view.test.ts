import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Role } from '../../domain/roles'
import { operatorId } from '../operator/identity'
import { revokeInvitations } from './manage'
import { getInvitation } from './read'

/** What an operator sees of one invitation, and may do with it. */
let world: InvitationWorld
let id: string
beforeEach(async () => {
  world = await createInvitationWorld()
  id = await world.invite({ days: 2, most: 60 })
})

const detail = async () => (await getInvitation(world.deps, operator, { id })).invitation
const write = (set: Partial<Invitation>) =>
  world.store.updateMany('invitations', [['_id', 'eq', id]], { set })
async function become(role: Role | null): Promise<void> {
  const own = operatorId(world.deps, operator)
  const found = await world.store.get('operators', own)
  if (role) await world.store.replace('operators', own, found?.version ?? 0, { role })
  else await world.store.remove('operators', own, found?.version ?? 0)
}
const begun = 1_700_000_000_000

test('all that was decided is shown, nobody in full', async () => {
  id = await world.invite({
    mode: 'face',
    days: 3,
    most: 2,
    locked: ['mobile'],
    invitee: { mobile: '13800138000', email: 'a@example.com' },
  })
  expect(await detail()).toEqual({
    id: expect.stringMatching(/^i_[0-9a-f]{32}$/),
    campaignId: null,
    number: 0,
    subject: 'person',
    title: '供应商入驻',
    vendor: null,
    bizId: 'order-7',
    state: 'pending',
    maskedName: '',
    maskedContact: '138****8000',
    most: 2,
    begun: 0,
    verified: 0,
    finished: 0,
    openedAt: null,
    createdAt: begun,
    updatedAt: begun,
    expiresAt: begun + 3 * day,
    note: '签约前需要实名认证',
    mode: 'face',
    fallbackModes: [],
    editableFields: [],
    redirect: null,
    filledIn: [
      { field: 'mobile', text: '138****8000', locked: true },
      { field: 'email', text: 'a***@example.com', locked: false },
    ],
    people: [],
    history: [{ event: 'created', at: begun }],
    can: { resend: true, revoke: true, code: true },
    forms: ['miniProgramCode', 'linkCode', 'urlLink', 'urlScheme'],
  })
})

const all = { resend: true, revoke: true, code: true }
const none = { resend: false, revoke: false, code: false }

test.each([
  ['owner', all],
  ['operator', all],
  ['viewer', none],
  [null, none],
] as const)('%s may act: %j', async (role, can) => {
  await become(role)
  expect((await detail()).can).toEqual(can)
})

test('what may be done follows from how it stands', async () => {
  world.pass(2 * day)
  expect((await detail()).can).toEqual({ resend: true, revoke: true, code: false })
  await write({ sealed: null })
  expect((await detail()).can).toEqual({ resend: false, revoke: true, code: false })
  id = await world.invite()
  await revokeInvitations(world.deps, operator, { ids: [id] })
  expect((await detail()).can).toEqual(none)
})

test('who has begun is shown newest first, fifty at most, and nobody who had a code of before', async () => {
  const now = world.deps.clock()
  const uses = Array.from({ length: 53 }, (_, index) => ({
    _id: `${id}_1_${index}`,
    version: 1,
    invitationId: id,
    edition: index === 52 ? 2 : 1,
    place: index + 1,
    owner: `person-${index}`,
    verificationId: `v_${index}`,
    state: index === 51 ? ('verified' as const) : null,
    finishedAt: index === 51 ? now : null,
    // Neither in the order of the places nor against it.
    createdAt: now + ((index * 7) % 52),
    updatedAt: now,
  }))
  await world.store.insertMany('invitation_uses', uses)
  const { people } = await detail()
  expect(people.map(({ at }) => at - now)).toEqual(Array.from({ length: 50 }, (_, index) => 51 - index))
  expect(people.find(({ verificationId }) => verificationId === 'v_51')).toEqual({
    verificationId: 'v_51',
    state: 'verified',
    finishedAt: now,
    at: now + ((51 * 7) % 52),
  })
})

test('its history also has what has not come to the audit yet, and all of it once', async () => {
  const [born] = world.store.all('audit').flatMap(row => ('invitationId' in row ? [row] : []))
  if (!born) throw new Error('no row')
  await write({ outbox: [born, { ...born, _id: 'waiting', event: 'opened', at: born.at + 1 }] })
  expect((await detail()).history).toEqual([
    { event: 'created', at: born.at },
    { event: 'opened', at: born.at + 1 },
  ])
})

test('nothing was decided of the vendor’s page where that could not be decided yet', async () => {
  const [kept] = world.store.all('invitations')
  if (!kept) throw new Error('no invitation')
  const { fallbackModes: _, editableFields: __, ...before } = kept
  await world.store.remove('invitations', id, kept.version)
  await world.store.insert('invitations', before)
  expect(await detail()).toMatchObject({ fallbackModes: [], editableFields: [] })
  await world.begin(await world.tokenOf(id), 'alice')
  const [started] = world.vendor.starts
  expect(started?.subject === 'person' && Object.keys(started.person).sort()).toEqual([
    'contact',
    'idNumber',
    'idType',
    'mode',
    'name',
  ])
})
