import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import { refusedAs } from '../../../test/support/refusal'
import { editableFields, fallbackModes, organizationEditableFields, personModes } from '../../domain/words'
import { cancel } from '../verification/cancel'
import { openInvitation } from './open'
import { getInvitation } from './read'

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
  orders({
    modes: personModes,
    fallbackModes,
    fields: { person: editableFields, organization: organizationEditableFields },
  })
})

/** What operators may order of the vendor's page. */
function orders(page: NonNullable<ReturnType<typeof driver>['capabilities']['page']> | undefined): void {
  const { page: _, ...rest } = driver().capabilities
  const capabilities = page ? { ...rest, page } : rest
  world.deps.drivers = new Map([['qiyuesuo', { ...driver(), capabilities }]])
}
function driver() {
  const found = world.deps.drivers.get('qiyuesuo')
  if (!found) throw new Error('the world has no vendor')
  return found
}
const started = () => world.vendor.starts.at(-1)

const card = { bankNumber: '6200000000000000000', bankMobile: '10020033002' }

test('what was decided of the vendor’s page goes to the vendor, with the card', async () => {
  const id = await world.invite({
    vendor: 'qiyuesuo',
    mode: 'alipay',
    fallbackModes: ['alipay', 'manualReview', 'bankCard'],
    editableFields: ['name', 'bankNumber'],
    invitee: { name: '测试员甲', mobile: '10020033001', ...card },
  })
  await world.begin(await world.tokenOf(id), 'alice', { invitee: {} })
  expect(started()).toMatchObject({
    subject: 'person',
    person: {
      ...card,
      contact: { type: 'mobile', value: '10020033001' },
      mode: 'alipay',
      // The first way is no other way.
      fallbackModes: ['manualReview', 'bankCard'],
      editableFields: ['name', 'bankNumber'],
    },
  })
})

const keysOf = (what: object | undefined) => Object.keys(what ?? {}).sort()

test('nothing is sent that was neither decided nor said', async () => {
  const id = await world.invite({ invitee: { mobile: '10020033001' } })
  await world.begin(await world.tokenOf(id), 'alice', { invitee: {} })
  const start = started()
  expect(start?.subject).toBe('person')
  expect(keysOf(start?.subject === 'person' ? start.person : {})).toEqual(['contact', 'idType', 'mode'])
})

test.each([
  ['what was decided', 'alipay', 'face', 'alipay'],
  ['what the invitee chose, where nothing was', null, 'face', 'face'],
  ['the first the vendor has, where nobody chose', null, undefined, 'any'],
] as const)('the way is %s', async (_, mode, chosen, sent) => {
  const id = await world.invite({ vendor: 'qiyuesuo', mode })
  await world.begin(await world.tokenOf(id), 'alice', {
    invitee: {},
    ...(chosen && { mode: chosen }),
  })
  expect(started()).toMatchObject({ person: { mode: sent } })
})

test.each([
  [['face', 'any'], 'face'],
  [[], 'any'],
] as const)('of %j the way of whoever does not choose is %s', async (modes, sent) => {
  const token = await world.tokenOf(await world.invite())
  const found = driver()
  const capabilities = { ...found.capabilities, personModes: modes }
  world.deps.drivers = new Map([['qiyuesuo', { ...found, capabilities }]])
  await world.begin(token, 'alice', { invitee: {} })
  expect(started()).toMatchObject({ person: { mode: sent } })
})

test('an e-mail address is a contact where there is no mobile number', async () => {
  const id = await world.invite({ invitee: { name: '测试员甲', email: 'someone@example.com' } })
  const token = await world.tokenOf(id)
  expect((await openInvitation(world.deps, 'alice', { token })).terms?.filledIn).toContainEqual({
    field: 'email',
    text: 's***@example.com',
    locked: false,
  })
  await world.begin(token, 'alice', { invitee: {} })
  expect(started()).toMatchObject({ person: { contact: { type: 'email', value: 'someone@example.com' } } })
})

test('a card is shown in part alone, and what is locked of it stays', async () => {
  const id = await world.invite({
    vendor: 'qiyuesuo',
    locked: ['bankNumber'],
    invitee: { name: '测试员甲', mobile: '10020033001', ...card },
  })
  const token = await world.tokenOf(id)
  const offer = await openInvitation(world.deps, 'alice', { token })
  expect(JSON.stringify(offer)).not.toMatch(/6200000000000000000|10020033002/)
  expect(offer.terms?.filledIn.slice(-2)).toEqual([
    { field: 'bankNumber', text: '6200****00', locked: true },
    { field: 'bankMobile', text: '100****3002', locked: false },
  ])
  const typed = { bankNumber: '6200000000000000001', bankMobile: '10020033003' }
  await world.begin(token, 'alice', { invitee: typed })
  expect(started()).toMatchObject({
    person: { bankNumber: card.bankNumber, bankMobile: typed.bankMobile },
  })
})

const decided: [Parameters<InvitationWorld['invite']>[0], string][] = [
  [{ fallbackModes: ['manualReview'] }, 'fallbackModes'],
  [{ editableFields: ['bankNumber'] }, 'editableFields'],
  [{ mode: 'alipay' }, 'mode'],
]
test.each(decided)('what the vendor’s page cannot be told is refused: %j', async (changes, field) => {
  orders(undefined)
  expect(await refusedAs(world.invite({ vendor: 'qiyuesuo', ...changes }))).toBe(`INVALID_INPUT ${field}`)
})

test('a vendor that has lost it since goes without', async () => {
  const id = await world.invite({
    vendor: 'qiyuesuo',
    mode: 'alipay',
    fallbackModes: ['manualReview', 'bankCard'],
    editableFields: ['name', 'idNumber'],
  })
  const token = await world.tokenOf(id)
  orders({ modes: ['any'], fallbackModes: ['bankCard'], fields: { person: ['idNumber'], organization: [] } })
  await world.begin(token, 'alice', { invitee: {} })
  expect(started()).toMatchObject({
    person: { mode: 'any', fallbackModes: ['bankCard'], editableFields: ['idNumber'] },
  })
  orders(undefined)
  const { verification } = await world.begin(token, 'alice', { invitee: {} })
  await cancel(world.deps, 'alice', { id: verification.id })
  await world.begin(token, 'alice', { invitee: {} })
  const start = started()
  expect(keysOf(start?.subject === 'person' ? start.person : {})).toEqual([
    'contact',
    'idType',
    'mode',
    'name',
  ])
})

test('operators see what was decided', async () => {
  const id = await world.invite({
    vendor: 'qiyuesuo',
    fallbackModes: ['manualReview'],
    editableFields: ['idNumber'],
  })
  expect(await getInvitation(world.deps, operator, { id })).toMatchObject({
    invitation: { fallbackModes: ['manualReview'], editableFields: ['idNumber'] },
  })
})
