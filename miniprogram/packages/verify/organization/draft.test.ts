import type { VendorView } from '../../../cloud/types'
import { fitOrganization, type OrganizationDraft, toInvitedOrganization, toOrganization } from './draft'

const draft: OrganizationDraft = {
  vendor: null,
  name: ' 示例科技有限公司 ',
  registerNumber: '91350100m000100y43',
  legalPerson: '张三',
  applicantName: ' 李四 ',
  applicantMobile: '13800000000',
  applicantEmail: '',
  licence: null,
}

test('sends what was typed, trimmed, the code in capitals', () => {
  expect(toOrganization(draft)).toEqual({
    name: '示例科技有限公司',
    registerNumber: '91350100M000100Y43',
    legalPerson: '张三',
    applicant: { name: '李四', contact: { type: 'mobile', value: '13800000000' } },
  })
})

test('empty fields are left out', () => {
  expect(toOrganization({ ...draft, registerNumber: '', legalPerson: ' ', applicantName: '' })).toEqual({
    name: '示例科技有限公司',
    applicant: { contact: { type: 'mobile', value: '13800000000' } },
  })
})

test('on an invitation only what was typed is sent', () => {
  expect(toInvitedOrganization({ ...draft, name: '', legalPerson: '', applicantMobile: '' })).toEqual({
    subject: 'organization',
    invitee: { registerNumber: '91350100M000100Y43', applicantName: '李四' },
  })
})

test('the picked licence is not part of what was typed', () => {
  const licence = { path: 'tmp/a.png', name: 'a.png', size: 10, type: 'png' } as const
  expect(toOrganization({ ...draft, licence })).toEqual(toOrganization(draft))
})

const vendor = (licence: VendorView['licence']): VendorView => ({
  id: 'ess',
  note: { zh: '', en: '' },
  subjects: ['organization'],
  personModes: [],
  idTypes: [],
  licence,
  links: false,
  contracts: false,
  batch: false,
  outline: false,
  legacyInvitations: false,
  requires: { person: [], organization: [] },
})

test.each([
  ['takes such files', { maxBytes: 10, types: ['png'] }, true],
  ['takes smaller files only', { maxBytes: 9, types: ['png'] }, false],
  ['takes other types only', { maxBytes: 10, types: ['pdf'] }, false],
  ['takes no licence', null, false],
] as const)('a licence goes to a vendor that %s: %s → %s', (_name, limits, goes) => {
  const licence = { path: 'tmp/a.png', name: 'a.png', size: 10, type: 'png' } as const
  const fitted = fitOrganization(
    { ...draft, licence },
    vendor(limits && { ...limits, types: [...limits.types] }),
  )
  expect(fitted).toEqual({ ...draft, licence: goes ? licence : null })
})

test('where no licence was picked there is none to fit', () => {
  expect(fitOrganization(draft, vendor({ maxBytes: 10, types: ['png'] }))).toEqual(draft)
})
