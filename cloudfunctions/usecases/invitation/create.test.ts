import { createInvitationWorld, type InvitationWorld, operator } from '../../../test/support/invitation-world'
import { codeOf, refusedAs } from '../../../test/support/refusal'
import type { CreateInvitationInput } from '../../contract/invitation'
import { fallbackModes, organizationEditableFields } from '../../domain/words'
import type { Driver } from '../../vendors/driver'
import { createInvitation } from './create'
import { openInvitation } from './open'
import { getInvitation } from './read'

/** What an operator may decide of an invitation, and what is kept of it. */
let world: InvitationWorld
beforeEach(async () => {
  world = await createInvitationWorld()
})

const input = {
  clientKey: 'key-of-terms-0000001',
  subject: 'person',
  title: '供应商入驻',
  note: '签约前需要实名认证',
  vendor: null,
  mode: 'face',
  locked: ['name', 'mobile', 'registerNumber'],
  redirect: null,
  days: 3,
  bizId: 'order-7',
  most: 2,
  invitee: { name: '', mobile: '13800138000', email: 'a@example.com' },
} as const satisfies CreateInvitationInput
const create = (changes: Partial<CreateInvitationInput> = {}) =>
  createInvitation(world.deps, operator, { ...input, ...changes } as CreateInvitationInput)

test('the same key with the same content is the same invitation, with other content it is refused', async () => {
  const { outcome, invitation } = await create()
  expect(outcome).toBe('created')
  const kept = JSON.stringify(world.store.all('invitations'))
  world.pass(1000)
  expect(await create()).toEqual({ outcome: 'repeated', invitation })
  expect(await refusedAs(create({ title: '别的' }))).toBe('KEY_CONFLICT clientKey')
  expect(JSON.stringify(world.store.all('invitations'))).toBe(kept)
  expect((await create({ clientKey: 'key-of-terms-0000002' })).invitation.id).not.toBe(invitation.id)
  expect(world.store.all('invitations')).toHaveLength(2)
})

test('one that died after it had bound its key makes it with the same content only', async () => {
  world.store.beforeWrite((_, collection) => {
    if (collection === 'invitations') throw new Error('died')
  })
  await expect(create()).rejects.toThrow('died')
  world.store.beforeWrite(() => {})
  expect(await refusedAs(create({ title: '别的' }))).toBe('KEY_CONFLICT clientKey')
  expect((await create()).outcome).toBe('created')
})

test('what is not there is not shown', async () => {
  const id = `i_${'0'.repeat(32)}`
  expect(await codeOf(getInvitation(world.deps, operator, { id }))).toBe('NOT_FOUND')
})

describe('what is refused', () => {
  const vendorOf = (id: Driver['id'], changes: Partial<Driver['capabilities']>): Driver => {
    const [base] = world.deps.drivers.values()
    if (!base) throw new Error('no driver')
    return { ...base, id, capabilities: { ...base.capabilities, ...changes } }
  }
  const page = {
    modes: ['alipay'],
    fallbackModes,
    fields: { person: ['name'], organization: organizationEditableFields },
  } as const satisfies Driver['capabilities']['page']
  beforeEach(() => {
    world.deps.drivers = new Map(
      [
        vendorOf('qiyuesuo', { page }),
        vendorOf('esign', { subjects: ['person'] }),
        vendorOf('ess', { subjects: ['organization'] }),
      ].map(each => [each.id, each]),
    )
  })
  const organization = { subject: 'organization', mode: null, locked: [], invitee: {} } as const

  test.each([
    [{ vendor: 'fadada' }, 'VENDOR_OFF vendor'],
    [{ vendor: 'ess', mode: null }, 'VENDOR_OFF vendor'],
    [{ ...organization, vendor: 'esign' }, 'VENDOR_OFF vendor'],
    [{ ...organization, vendor: 'ess' }, 'no error'],
    [{ mode: 'face' }, 'no error'],
    [{ mode: 'face', vendor: 'qiyuesuo' }, 'INVALID_INPUT mode'],
    [{ mode: 'alipay', vendor: 'qiyuesuo' }, 'no error'],
    [{ mode: 'alipay', vendor: 'esign' }, 'INVALID_INPUT mode'],
    [{ ...organization, mode: 'face' }, 'INVALID_INPUT mode'],
    [{ fallbackModes: ['bankCard'] }, 'no error'],
    [{ fallbackModes: ['bankCard'], vendor: 'esign' }, 'INVALID_INPUT fallbackModes'],
    [{ ...organization, fallbackModes: ['bankCard'] }, 'INVALID_INPUT fallbackModes'],
    [{ editableFields: ['name'] }, 'no error'],
    [{ editableFields: ['name', 'idNumber'] }, 'INVALID_INPUT editableFields'],
    [{ editableFields: ['name'], vendor: 'esign' }, 'INVALID_INPUT editableFields'],
    [{ ...organization, editableFields: ['legalPerson'] }, 'no error'],
    [{ ...organization, editableFields: ['idNumber'] }, 'INVALID_INPUT editableFields'],
    [{ invitee: { idNumber: '110101199001010014' } }, 'INVALID_INPUT invitee.idNumber'],
    [{ redirect: { kind: 'webUrl', url: 'https://evil.example/' } }, 'REDIRECT_REFUSED redirect'],
    [
      { redirect: { kind: 'miniProgram', appId: 'wxffffffffffffffff', path: '' } },
      'REDIRECT_REFUSED redirect',
    ],
    [{ redirect: { kind: 'miniProgram', appId: 'wx0123456789abcdef', path: '' } }, 'no error'],
  ])('%j: %s', async (changes, outcome) => {
    expect(await refusedAs(create(changes as Partial<CreateInvitationInput>))).toBe(outcome)
    expect(world.store.all('invitations')).toHaveLength(outcome === 'no error' ? 1 : 0)
    // What was refused may be mended, with the same key.
    const mended = refusedAs(create({ title: '改好的' }))
    expect(await mended).toBe(outcome === 'no error' ? 'KEY_CONFLICT clientKey' : 'no error')
  })
})

test('where it leads is forgotten once that is taken off the list', async () => {
  const redirect = { kind: 'webUrl', url: 'https://www.example.com/done' } as const
  const token = await world.tokenOf((await create({ redirect })).invitation.id)
  const leadsTo = async () => (await openInvitation(world.deps, 'alice', { token })).terms?.redirect
  expect(await leadsTo()).toEqual(redirect)
  world.deps.config.redirectTargets = []
  expect(await leadsTo()).toBeNull()
})
