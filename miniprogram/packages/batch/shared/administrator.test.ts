import { faultOf, isBlank, noAdministrator, toAdministrator } from './administrator'

const wang = { ...noAdministrator, name: '王芳', mobile: '13800138000' }

test('the kind of document alone is no administrator', () => {
  expect(isBlank({ ...noAdministrator, idType: 'hkMacauPermit' })).toBe(true)
  expect(isBlank({ ...noAdministrator, idNumber: '1' })).toBe(false)
})

test.each([
  [wang, null],
  [{ ...wang, mobile: '138 0013 8000' }, null],
  [{ ...wang, name: ' ' }, 'name'],
  [{ ...wang, mobile: '23800138000' }, 'mobile'],
  [{ ...wang, mobile: '' }, 'mobile'],
])('case %#: the fault is at %s', (draft, fault) => {
  expect(faultOf(draft)).toBe(fault)
})

test('spaces of copied numbers are left behind, and an empty id number is not sent', () => {
  expect(toAdministrator({ ...wang, name: ' 王芳 ', mobile: '138 0013 8000' })).toEqual({
    name: '王芳',
    mobile: '13800138000',
    idType: 'residentId',
  })
  expect(toAdministrator({ ...wang, idNumber: '11010519491231002x' }).idNumber).toBe('11010519491231002X')
})
