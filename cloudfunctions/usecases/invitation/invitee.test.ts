import { createWorld } from '../../../test/support/world'
import type { Invitee } from '../../domain/invitation/fields'
import type { Invitation } from '../../domain/invitation/invitation'
import { checkedInvitee, contactOf, filledIn, inviteeOf, readable } from './invitee'

const now = 1_700_000_000_000

test('what says something is kept, in its one right form, and nothing that is not of its kind', () => {
  const said = { name: '', mobile: '13800138000', idNumber: '11010119900101001５', legalPerson: '测试员乙' }
  expect(checkedInvitee(said, 'person', now)).toEqual({
    mobile: '13800138000',
    idNumber: '110101199001010015',
  })
  expect(checkedInvitee({ ...said, name: undefined }, 'organization', now)).toEqual({
    legalPerson: '测试员乙',
  })
})

test('an id number that cannot be is refused', () => {
  const refused = { code: 'INVALID_INPUT', field: 'invitee.idNumber' }
  const check = () => checkedInvitee({ idNumber: '110101199001010014' }, 'person', now)
  expect(check).toThrow(expect.objectContaining(refused))
})

test('a mobile number is a contact before an address; each subject has its own', () => {
  const person = { mobile: '13800138000', email: 'a@example.com' }
  const organization = { applicantMobile: '13900139000', applicantEmail: 'b@example.com' }
  const all = { ...person, ...organization }
  expect(contactOf(all, 'person')).toEqual({ type: 'mobile', value: '13800138000' })
  expect(contactOf(all, 'organization')).toEqual({ type: 'mobile', value: '13900139000' })
  expect(contactOf({ email: 'a@example.com' }, 'person')).toEqual({ type: 'email', value: 'a@example.com' })
  expect(contactOf(person, 'organization')).toBeNull()
  expect(contactOf({}, 'person')).toBeNull()
})

test('in a list stands the whole name of an organization, of people a part, and nothing where nothing is known', () => {
  const name = '测试员甲'
  expect(readable({ name, mobile: '13800138000' }, 'person')).toEqual({
    maskedName: '测试**',
    maskedContact: '138****8000',
  })
  expect(readable({ name }, 'organization')).toEqual({ maskedName: name, maskedContact: '' })
  expect(readable({}, 'person')).toEqual({ maskedName: '', maskedContact: '' })
})

test('whoever holds a code sees a part of it, in the order of the form, and what is locked', () => {
  const { deps } = createWorld()
  const mobile = '13800138000'
  const shown = (subject: Invitation['subject'], invitee: Invitee, locked: Invitation['locked'] = []) => {
    const sealed = deps.vault.seal(invitee, { kind: 'invitationInvitee', id: 'i_1' })
    return filledIn(deps, { _id: 'i_1', subject, sealed, locked } as Invitation)
  }
  const person = {
    bankMobile: '13900139000',
    bankNumber: '6200000000000000000',
    email: 'a@example.com',
    idNumber: '110101199001010015',
    mobile,
    name: '测试员甲',
  }
  expect(shown('person', person, ['name', 'bankMobile'])).toEqual([
    { field: 'name', text: '测试**', locked: true },
    { field: 'mobile', text: '138****8000', locked: false },
    { field: 'idNumber', text: '1101****15', locked: false },
    { field: 'email', text: 'a***@example.com', locked: false },
    { field: 'bankNumber', text: '6200****00', locked: false },
    { field: 'bankMobile', text: '139****9000', locked: true },
  ])
  const organization = {
    name: '测试甲有限公司',
    registerNumber: '91110000MA0TEA001C',
    legalPerson: '测试员乙',
    applicantName: '测试员甲',
    applicantMobile: mobile,
    applicantEmail: 'b@example.com',
  }
  expect(shown('organization', organization).map(({ text }) => text)).toEqual([
    '测试甲有限公司',
    '91110000MA0TEA001C',
    '测试**',
    '测试**',
    '138****8000',
    'b***@example.com',
  ])
  expect(shown('person', {})).toEqual([])
  expect(inviteeOf(deps, { _id: 'i_1', sealed: null })).toBeNull()
})
