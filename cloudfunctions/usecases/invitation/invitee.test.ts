import { checkedInvitee, contactOf, readable } from './invitee'

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
