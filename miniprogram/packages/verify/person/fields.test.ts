import { fieldError } from './fields'

test.each([
  ['person.idNumber', 'id-number'],
  ['person.contact.value', 'mobile'],
  ['person.name', 'name'],
])('an error at %s is shown at the field %s', (path, field) => {
  expect(fieldError(path)?.field).toBe(field)
})

test.each([undefined, 'person', 'clientKey', 'toString'])(
  'an error at %s belongs to the whole form',
  path => {
    expect(fieldError(path)).toBeNull()
  },
)
