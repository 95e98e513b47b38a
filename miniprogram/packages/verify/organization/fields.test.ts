import { faultsOf } from '../start/field-error'
import { emptyOrganization } from './draft'
import { fieldError, typedFields } from './fields'

test.each([
  ['organization.name', 'organization-name'],
  ['organization.registerNumber', 'register-number'],
  ['organization.legalPerson', 'legal-person'],
  ['organization.applicant.name', 'applicant-name'],
  ['organization.applicant.contact.value', 'applicant-mobile'],
  ['organization.licenceFileId', 'licence'],
])('an error at %s is shown at the field %s', (path, field) => {
  expect(fieldError(path)?.field).toBe(field)
})

test.each([undefined, 'organization', 'person.name', 'clientKey', 'toString'])(
  'an error at %s belongs to the whole form',
  path => {
    expect(fieldError(path)).toBeNull()
  },
)

const faults = (own: object, needed: Parameters<typeof typedFields>[1] = []) =>
  faultsOf(typedFields({ ...emptyOrganization, ...own }, needed)).map(({ field, text }) => [field, text])

test('an empty form may be sent, unless something is needed; what is missing is said in the order of the page', () => {
  expect(faults({})).toEqual([])
  expect(faults({}, ['applicantMobile', 'legalPerson', 'registerNumber', 'name'])).toEqual([
    ['organization-name', 'organization.error.name'],
    ['register-number', 'organization.error.registerNumber.missing'],
    ['legal-person', 'organization.error.legalPerson'],
    ['applicant-mobile', 'error.contact.missing'],
  ])
})

test('each field is looked at by its own kind, and is known by its own key', () => {
  const wrong = {
    name: '1',
    registerNumber: '1',
    legalPerson: '1',
    applicantName: '1',
    applicantMobile: '1',
    applicantEmail: '1',
  }
  expect(faults(wrong)).toEqual([
    ['organization-name', 'organization.error.name'],
    ['register-number', 'organization.error.registerNumber'],
    ['legal-person', 'organization.error.legalPerson'],
    ['applicant-name', 'organization.error.applicantName'],
    ['applicant-mobile', 'error.contact'],
    ['applicant-email', 'error.email'],
  ])
  expect(typedFields({ ...emptyOrganization, ...wrong }, []).map(({ key }) => key)).toEqual(
    Object.keys(wrong),
  )
})
