import { faultOf, isBlank, noAdministrator, toAdministrator } from './administrator'

const wang = { ...noAdministrator, name: '王芳', mobile: '13800138000' }

test('the kind of document alone is no administrator', () => {
  expect(isBlank({ ...noAdministrator, idType: 'hkMacauPermit' })).toBe(true)
  expect(isBlank({ ...noAdministrator, name: ' ' })).toBe(true)
  expect(isBlank({ ...noAdministrator, idNumber: '1' })).toBe(false)
})

test.each([
  [wang, null],
  [{ ...wang, mobile: '138 0013 8000' }, null],
  [{ ...wang, mobile: '+86 138-0013-8000' }, null],
  [{ ...wang, name: ' ' }, 'name'],
  [{ ...wang, idNumber: '110105194912310021' }, 'idNumber'],
  [{ ...wang, mobile: '23800138000' }, 'mobile'],
  [{ ...wang, mobile: '' }, 'mobile'],
])('case %#: the fault is at %s', (draft, fault) => {
  expect(faultOf(draft)?.field ?? null).toBe(fault)
})

test('a name that may be meant otherwise is asked about', () => {
  expect(faultOf({ ...wang, name: '买买提 艾力' })).toEqual({ field: 'name', suggestion: '买买提·艾力' })
})

test('what a paste brings along is left behind, and an empty id number is not sent', () => {
  expect(toAdministrator({ ...wang, name: ' 王芳 ', mobile: '+86 138 0013 8000' })).toEqual({
    name: '王芳',
    mobile: '13800138000',
    idType: 'residentId',
  })
  expect(toAdministrator({ ...wang, idNumber: '110105 1949 1231 002x' }).idNumber).toBe('11010519491231002X')
})
