import type { VendorView } from '../../../cloud/types'
import { fitPerson, type PersonDraft, toInvitedPerson, toPerson } from './draft'

const draft: PersonDraft = {
  vendor: null,
  atVendor: false,
  name: ' 张三 ',
  idType: 'residentId',
  idNumber: '11010519491231002X',
  mobile: '13800000000',
  email: '',
  bankNumber: '',
  bankMobile: '',
  mode: 'any',
}

test('sends what was typed, trimmed', () => {
  expect(toPerson(draft)).toEqual({
    contact: { type: 'mobile', value: '13800000000' },
    name: '张三',
    idType: 'residentId',
    idNumber: '11010519491231002X',
    mode: 'any',
  })
})

test('name and id number stay on the phone when they are left to the vendor', () => {
  expect(toPerson({ ...draft, atVendor: true })).toEqual({
    contact: { type: 'mobile', value: '13800000000' },
    mode: 'any',
  })
})

test('empty fields are left out', () => {
  expect(toPerson({ ...draft, name: '  ', idNumber: '' })).toEqual({
    contact: { type: 'mobile', value: '13800000000' },
    mode: 'any',
  })
})

const strict: VendorView = {
  id: 'ess',
  note: { zh: '', en: '' },
  subjects: ['person'],
  personModes: ['any'],
  idTypes: ['residentId'],
  licence: null,
  links: false,
  contracts: false,
  batch: false,
  outline: false,
  legacyInvitations: false,
  requires: { person: ['name', 'idNumber'], organization: [] },
}
const lenient: VendorView = {
  ...strict,
  id: 'qiyuesuo',
  personModes: ['any', 'face'],
  idTypes: ['residentId', 'passport'],
  requires: { person: [], organization: [] },
}

test('what another vendor offered does not leave the phone for one that does not', () => {
  const typed: PersonDraft = { ...draft, mode: 'face', idType: 'passport', atVendor: true }
  expect(fitPerson(typed, lenient)).toEqual(typed)
  expect(fitPerson(typed, strict)).toEqual({ ...typed, mode: 'any', idType: 'residentId', atVendor: false })
})

test('name and number cannot be left to a vendor that needs one of them', () => {
  const needsName = { ...lenient, requires: { person: ['name'], organization: [] } } satisfies VendorView
  expect(fitPerson({ ...draft, atVendor: true }, needsName).atVendor).toBe(false)
})

test('a vendor without modes decides alone', () => {
  expect(fitPerson({ ...draft, mode: 'face' }, { ...strict, personModes: [] }).mode).toBe('any')
})

test('on an invitation only what was typed is sent', () => {
  expect(toInvitedPerson({ ...draft, name: '', mobile: ' ' })).toEqual({
    subject: 'person',
    invitee: { idNumber: '11010519491231002X' },
    mode: 'any',
  })
})

test('all of it is sent in its one right form', () => {
  const typed: PersonDraft = {
    ...draft,
    mobile: '138 0000 0000',
    email: ' a@example.com ',
    bankNumber: '6222 0212 3456 7890 128',
    bankMobile: '139 0000 0000',
  }
  expect(toInvitedPerson(typed).invitee).toEqual({
    name: '张三',
    mobile: '13800000000',
    idNumber: '11010519491231002X',
    email: 'a@example.com',
    bankNumber: '6222021234567890128',
    bankMobile: '13900000000',
  })
})
