import { mobile, paperNumber, personName } from '../../../form/typed'
import { faultsOf, type TypedField, tidied } from './field-error'

const fields = (name: string, idNumber: string, number: string): TypedField<never>[] => [
  {
    field: 'name',
    key: 'name' as never,
    kind: personName,
    typed: name,
    text: 'error.name',
    missing: 'error.name',
  },
  {
    field: 'id-number',
    key: 'idNumber' as never,
    kind: paperNumber('residentId'),
    typed: idNumber,
    text: 'error.idNumber',
    missing: null,
  },
  {
    field: 'mobile',
    key: 'mobile' as never,
    kind: mobile,
    typed: number,
    text: 'error.contact',
    missing: 'error.contact.missing',
  },
]

test('all that is wrong is found at once, in the order of the page', () => {
  expect(faultsOf(fields('', '110101199001010014', '138'))).toEqual([
    { field: 'name', text: 'error.name', empty: true },
    { field: 'id-number', text: 'error.idNumber' },
    { field: 'mobile', text: 'error.contact' },
  ])
})

test('what may be empty is not missing, what only looks filled in is', () => {
  expect(faultsOf(fields('测试员甲', '', ' '))).toEqual([
    { field: 'mobile', text: 'error.contact.missing', empty: true },
  ])
})

test('what may be meant otherwise is asked', () => {
  expect(faultsOf(fields('买买提 艾力', '', '13800000000'))).toEqual([
    { field: 'name', text: 'error.unclear', params: { suggestion: '买买提·艾力' } },
  ])
})

test('a paste is cleaned and not cut; what has no right form is left as it is', () => {
  const typed = fields('测试员甲', '110105 19491231 002x', '+86 137 0000 0888')
  expect(tidied(typed, 'id-number')).toEqual({ idNumber: '11010519491231002X' })
  expect(tidied(typed, 'mobile')).toEqual({ mobile: '13700000888' })
  expect(tidied(typed, 'name')).toBeNull()
  expect(tidied(fields('测试员甲', '12', ''), 'id-number')).toBeNull()
  expect(tidied(fields(' ', '', ''), 'name')).toBeNull()
  expect(tidied(typed, 'elsewhere')).toBeNull()
})
