import { fieldError } from './fields'

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
