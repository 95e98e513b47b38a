import { type PersonDraft, toPerson } from './draft'

const draft: PersonDraft = {
  atVendor: false,
  name: ' 张三 ',
  idType: 'residentId',
  idNumber: '11010519491231002X',
  mobile: '13800000000',
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
