import { faultsOf } from '../start/field-error'
import { emptyPerson } from './draft'
import { fieldError, typedFields } from './fields'

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

const faults = (own: object, needed: Parameters<typeof typedFields>[1] = []) =>
  faultsOf(typedFields({ ...emptyPerson, ...own }, needed)).map(({ field, text }) => [field, text])

test('an empty form may be sent, unless something is needed; what is missing is said in the order of the page', () => {
  expect(faults({})).toEqual([])
  expect(faults({}, ['mobile', 'idNumber', 'name'])).toEqual([
    ['name', 'error.name'],
    ['id-number', 'error.idNumber.missing'],
    ['mobile', 'error.contact.missing'],
  ])
  expect(faults({ atVendor: true }, ['name', 'idNumber'])).toEqual([])
})

test('each field is looked at by its own kind, and is known by its own key', () => {
  const wrong = { name: '1', idNumber: '1', mobile: '1', email: '1', bankNumber: '1', bankMobile: '1' }
  expect(faults(wrong)).toEqual([
    ['name', 'error.name'],
    ['id-number', 'error.idNumber'],
    ['mobile', 'error.contact'],
    ['email', 'error.email'],
    ['bank-number', 'error.bankNumber'],
    ['bank-mobile', 'error.contact'],
  ])
  expect(typedFields({ ...emptyPerson, ...wrong }, []).map(({ key }) => key)).toEqual(Object.keys(wrong))
  expect(faults({ idType: 'passport', idNumber: 'E12345678' })).toEqual([])
})
