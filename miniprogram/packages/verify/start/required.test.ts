import { listOf, missingFields, missingText } from './required'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const fields = {
  name: { label: 'name', missing: { field: 'name', text: 'error.name' } },
  idNumber: {
    label: 'idNumber',
    missing: { field: 'id-number', text: 'error.idNumber.missing' },
  },
} as const

test('a required field that is empty, or only looks filled in, is missing', () => {
  expect(missingFields(['name', 'idNumber'], fields, { name: '  ', idNumber: '' })).toEqual([
    { field: 'name', text: 'error.name' },
    { field: 'id-number', text: 'error.idNumber.missing' },
  ])
})

test('what is filled in or not required is not missing', () => {
  const onlyName: (keyof typeof fields)[] = ['name']
  expect(missingFields(onlyName, fields, { name: '张三', idNumber: '' })).toEqual([])
  expect(missingFields([], fields, {})).toEqual([])
})

test('fields are listed by their names', () => {
  expect(listOf(['name', 'idNumber', 'contact'])).toBe('姓名、证件号码、手机号')
})

test('what is missing is said by name; where nothing is, only the consent', () => {
  expect(missingText(['name', 'contact'])).toBe('填写姓名、手机号并勾选同意后，即可开始。')
  expect(missingText([])).toBe('勾选同意后，即可开始。')
})
