import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import { soughtKeys } from '../kit/searchKeys'
import { operatorId } from '../operator/identity'
import { inviteeOf } from './invitee'
import { invitationIdOf } from './make'

/** An invitation as it is kept. */
let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

const begun = 1_700_000_000_000

test('its id follows from the operator, the key and its place, for ever: what was made is found by it', () => {
  const making = { operator, clientKey: 'key-of-tokens-000001' }
  expect(invitationIdOf(world.deps, making, 0)).toBe('i_449ade6f495eca751de1caaae9676a45')
  expect(invitationIdOf(world.deps, making, 1)).not.toBe(invitationIdOf(world.deps, making, 0))
})

test('only what is filled in can be locked, and nothing of it stands in the clear', async () => {
  const invitee = { name: '', mobile: '13800138000', idNumber: ' 11010119900101001５' }
  const id = await world.invite({ invitee, locked: ['name', 'mobile', 'registerNumber'], days: 3 })
  const [kept] = world.store.all('invitations')
  expect(kept).toMatchObject({
    _id: id,
    owner: operatorId(world.deps, operator),
    listKey: `${begun}_9999_${id}`,
    locked: ['mobile'],
    edition: 1,
    maskedName: '',
    maskedContact: '138****8000',
    dueAt: begun + 3 * day,
    redactAt: null,
    outbox: [],
    outboxAt: null,
  })
  // In its one right form.
  const filledIn = { mobile: '13800138000', idNumber: '110101199001010015' }
  expect(kept && inviteeOf(world.deps, kept)).toEqual(filledIn)
  expect(JSON.stringify(kept)).not.toMatch(/13800138000|110101199001010015/)
})

test.each([
  ['organization', true],
  ['person', false],
] as const)(
  'what is public of an invitation to a %s is found by its parts, other names never',
  async (subject, isPublic) => {
    const invited = { subject, title: '十一月核验', invitee: { name: '云帆信息科技' } }
    await world.invite(invited as Parameters<InvitationWorld['invite']>[0])
    const [kept] = world.store.all('invitations')
    const isFound = (text: string) =>
      soughtKeys(world.deps, text).every(keys => keys.some(key => kept?.searchKeys.includes(key)))
    expect(['月核', '信息科', '没有的'].map(isFound)).toEqual([true, isPublic, false])
  },
)
