import {
  createInvitationWorld,
  day,
  type InvitationWorld,
  operator,
} from '../../../test/support/invitation-world'
import { refusedAs } from '../../../test/support/refusal'
import { testOrganization, testPerson } from '../../../test/support/world'
import type { StartInvitationInput } from '../../contract/offer'
import { organizationEditableFields } from '../../domain/words'
import { sweep } from '../sweep'
import { recordConsent } from '../verification/recordConsent'
import { createInvitation } from './create'
import { listCampaigns, listInvitations } from './list'
import { openInvitation } from './open'
import { getInvitation } from './read'
import { startInvited } from './startInvited'

let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

let keys = 0
const newKey = () => `key-organization-${String(++keys).padStart(6, '0')}`
type OrganizationInvitation = Extract<Parameters<typeof createInvitation>[2], { subject: 'organization' }>
type OrganizationStart = Extract<StartInvitationInput, { subject: 'organization' }>

const { name, registerNumber, legalPerson } = testOrganization
const filled = {
  name,
  registerNumber,
  legalPerson,
  applicantName: '测试员甲',
  applicantMobile: '13800138000',
}

/** An invitation of an organization; returns the token of its code. */
async function invite(changes: Partial<OrganizationInvitation> = {}): Promise<string> {
  const { invitation } = await createInvitation(world.deps, operator, {
    clientKey: newKey(),
    subject: 'organization',
    title: '供应商入驻',
    note: '',
    vendor: null,
    mode: null,
    locked: [],
    redirect: null,
    days: 30,
    bizId: '',
    most: 1,
    invitee: filled,
    ...changes,
  } as OrganizationInvitation)
  return world.tokenOf(invitation.id)
}

async function begin(token: string, changes: Partial<OrganizationStart> = {}, openid = 'alice') {
  const { consentId } = await recordConsent(world.deps, openid, {
    vendor: 'qiyuesuo',
    purpose: 'invitation',
    policyVersion: '1',
  })
  return startInvited(world.deps, openid, {
    token,
    clientKey: newKey(),
    vendor: 'qiyuesuo',
    consentId,
    way: 'app',
    subject: 'organization',
    invitee: {},
    ...changes,
  })
}

test('an organization begins with what was filled in', async () => {
  await begin(await invite())
  expect(world.vendor.starts).toMatchObject([
    {
      subject: 'organization',
      organization: {
        name,
        registerNumber,
        legalPerson,
        applicant: { name: '测试员甲', contact: { type: 'mobile', value: '13800138000' } },
      },
    },
  ])
})

test('what is typed counts before what was filled in, but for what is locked; what was emptied does not', async () => {
  const token = await invite({ locked: ['name', 'applicantMobile'] })
  await begin(token, {
    invitee: {
      name: '别的有限公司',
      legalPerson: '测试员丙',
      applicantName: '',
      applicantMobile: '13900139000',
      applicantEmail: 'a@example.com',
    },
  })
  expect(world.vendor.starts).toMatchObject([
    {
      organization: {
        name,
        legalPerson: '测试员丙',
        applicant: { name: '测试员甲', contact: { type: 'mobile', value: '13800138000' } },
      },
    },
  ])
})

test.each([
  [{}, 'organization.name'],
  [{ name }, 'organization.applicant.contact.value'],
  [{ name, applicantMobile: '13800138000', registerNumber: '911' }, 'organization.registerNumber'],
] as const)('with nothing but %j it is said what is missing: %s', async (invitee, field) => {
  const token = await invite({ invitee: {} })
  expect(await refusedAs(begin(token, { invitee }))).toBe(`INVALID_INPUT ${field}`)
  expect(world.store.all('invitation_uses')).toEqual([])
})

test('nobody begins as somebody else than who was invited, nor with a vendor that was not chosen', async () => {
  const token = await invite()
  expect(await refusedAs(world.begin(token, 'alice'))).toBe('INVALID_INPUT subject')
  expect(await refusedAs(begin(token, { vendor: 'ess' }))).toBe('VENDOR_OFF vendor')
  expect(world.vendor.starts).toEqual([])
})

test('what the vendor’s page lets one change is told to a vendor that knows it', async () => {
  const driver = world.deps.drivers.get('qiyuesuo')
  if (!driver) throw new Error('no vendor')
  const page = {
    modes: [],
    fallbackModes: [],
    fields: { person: [], organization: organizationEditableFields },
  }
  const capabilities = { ...driver.capabilities, page }
  const token = await (async () => {
    world.deps.drivers = new Map([['qiyuesuo', { ...driver, capabilities }]])
    return invite({ vendor: 'qiyuesuo', editableFields: ['legalPerson'] } as Partial<OrganizationInvitation>)
  })()
  await begin(token)
  expect(world.vendor.starts).toMatchObject([{ organization: { editableFields: ['legalPerson'] } }])
})

test('of a vendor that has lost it since, what can be changed is as the vendor does it; nothing is sent that was not said', async () => {
  const driver = world.deps.drivers.get('qiyuesuo')
  if (!driver) throw new Error('no vendor')
  const token = await invite({ invitee: { name, applicantMobile: '13800138000' } })
  await world.store.updateMany('invitations', [['state', 'eq', 'pending']], {
    set: { editableFields: ['legalPerson', 'name'] },
  })
  const keys = () => {
    const start = world.vendor.starts.at(-1)
    const { applicant, ...rest } = start?.subject === 'organization' ? start.organization : { applicant: {} }
    return [Object.keys(rest).sort(), Object.keys(applicant).sort()]
  }
  await begin(token)
  expect(keys()).toEqual([['name'], ['contact']])
})

test('the picture of a licence goes to the vendor', async () => {
  const licenceFileId = 'cloud://env.bucket/licences/0123456789abcdef0123.jpg'
  world.files.set(licenceFileId, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))
  await begin(await invite(), { licenceFileId })
  expect(world.vendor.starts).toMatchObject([{ licence: { type: 'jpg', bytes: expect.any(Buffer) } }])
  expect(world.files.size).toBe(0)
})

test('its name is public, the names of its people are not', async () => {
  const token = await invite({
    invitee: { ...filled, applicantEmail: 'alice@example.com' },
    locked: ['name'],
  })
  const { terms } = await openInvitation(world.deps, 'alice', { token })
  expect(terms?.filledIn).toEqual([
    { field: 'name', text: name, locked: true },
    { field: 'registerNumber', text: registerNumber, locked: false },
    { field: 'legalPerson', text: '测试**', locked: false },
    { field: 'applicantName', text: '测试**', locked: false },
    { field: 'applicantMobile', text: '138****8000', locked: false },
    { field: 'applicantEmail', text: 'a***@example.com', locked: false },
  ])
  expect(world.store.all('invitations')).toMatchObject([{ maskedName: name, maskedContact: '138****8000' }])
})

describe('operators find', () => {
  const ids = async (filters: Partial<Parameters<typeof listInvitations>[2]> = {}) =>
    (await listInvitations(world.deps, operator, { limit: 20, ...filters })).items.map(({ id }) => id)

  test('by what it is about, how it stands and whom it is for', async () => {
    const person = await world.invite({ bizId: 'order-1' })
    world.pass(1)
    await invite({ bizId: 'order-2' })
    const [organization = ''] = await ids({ subject: 'organization' })
    expect(await ids({ subject: 'person' })).toEqual([person])
    expect(organization).not.toBe(person)
    await begin(await world.tokenOf(organization))
    expect(await ids({ state: 'started' })).toEqual([organization])
    expect(await ids({ state: 'pending' })).toEqual([person])
    expect(await ids({ text: name })).toEqual([organization])
    expect(await ids({ text: '测试甲' })).toEqual([organization])
    expect(await ids({ text: '商入驻' })).toEqual([organization, person])
    expect(await ids({ text: testPerson.contact.value, subject: 'person' })).toEqual([person])
    expect(await ids({ campaignId: `m_${'0'.repeat(32)}` })).toEqual([])
    expect((await listCampaigns(world.deps, operator, { limit: 20 })).items).toEqual([])
  })
})

describe('the sweep', () => {
  test('settles each in its moment and leaves alone what has time', async () => {
    const [soon, late] = [await world.invite({ days: 1 }), await world.invite({ days: 2 })]
    world.pass(day)
    expect((await sweep(world.deps)).invitations).toBe(1)
    const stateOf = async (id: string) => (await getInvitation(world.deps, operator, { id })).invitation.state
    expect([await stateOf(soon), await stateOf(late)]).toEqual(['expired', 'pending'])
    expect((await sweep(world.deps)).invitations).toBe(0)
  })

  test('a place on the code of before does not count for the code of now', async () => {
    const id = await world.invite({ days: 1 })
    await world.begin(await world.tokenOf(id), 'alice')
    await world.store.updateMany('invitations', [['_id', 'eq', id]], { set: { edition: 2 } })
    world.pass(day)
    await sweep(world.deps)
    expect(world.store.all('invitations')).toMatchObject([{ state: 'expired', begun: 0 }])
  })

  test('one that fails does not hold up the others', async () => {
    const [first, second] = [await world.invite({ days: 1 }), await world.invite({ days: 1 })]
    world.pass(day)
    const { get } = world.store
    const replace = world.store.replace.bind(world.store)
    world.deps.store = {
      ...world.store,
      get,
      replace: (name, id, version, changes) =>
        id === first
          ? Promise.reject(new Error('the database is away'))
          : replace(name, id, version, changes),
    }
    await sweep(world.deps)
    const states = new Map(world.store.all('invitations').map(({ _id, state }) => [_id, state]))
    expect([states.get(first), states.get(second)]).toEqual(['pending', 'expired'])
    expect(world.logged.join()).toContain('invitation.sweep')
  })
})

test('what a start left behind when it died is a place that somebody else may have, after a while', async () => {
  const token = await world.tokenOf(await world.invite())
  await world.begin(token, 'alice')
  const [use] = world.store.all('invitation_uses')
  const [verification] = world.store.all('verifications')
  await world.store.remove('verifications', verification?._id ?? '', verification?.version ?? 0)
  await world.store.replace('invitation_uses', use?._id ?? '', use?.version ?? 0, {
    state: null,
    updatedAt: world.deps.clock(),
  })
  expect(await refusedAs(world.begin(token, 'bob'))).toBe('INVITATION_TAKEN token')
  world.pass(30_000 - 1)
  expect(await refusedAs(world.begin(token, 'bob'))).toBe('INVITATION_TAKEN token')
  world.pass(1)
  expect((await world.begin(token, 'bob')).outcome).toBe('started')
  expect(world.store.all('invitation_uses')).toMatchObject([{ owner: 'bob', place: 1 }])
})
