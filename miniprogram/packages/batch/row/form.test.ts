import type { RowDetail, RowFields } from '../../../cloud/types'
import { changes, cleared, isMasked, issuesAt, onlyRead, withTyped } from './form'

const saved: RowFields = {
  name: '成都云上科技有限公司',
  creditCode: '91510100MA62CXXX0A',
  legalName: '李雷',
  address: '',
  adminName: '王芳',
  adminMobile: '138****8000',
  adminIdType: '',
  adminIdNumber: '1101**********1002',
  authorization: '',
}

test('only columns with another value are saved', () => {
  expect(changes(saved, { name: ' 成都云上科技有限公司 ', legalName: '韩梅梅', address: '' })).toEqual({
    legalName: '韩梅梅',
  })
})

test('what has a right form is saved in it', () => {
  const typed = {
    name: '成都云上科技(示例)有限公司',
    creditCode: '91350100m000100y43',
    legalName: '测试员\u200b丙',
    address: ' 成都 ',
    adminName: '测试员\u200b丁',
    adminMobile: '+86 138-0013-8001',
    adminIdNumber: '110105 19491231 002x',
  }
  expect(changes(saved, typed)).toEqual({
    name: '成都云上科技（示例）有限公司',
    creditCode: '91350100M000100Y43',
    legalName: '测试员丙',
    address: '成都',
    adminName: '测试员丁',
    adminMobile: '13800138001',
    adminIdNumber: '11010519491231002X',
  })
  expect(changes(saved, { adminMobile: ' 1380013 ' })).toEqual({ adminMobile: '1380013' })
})

test('a paper is read as what it is', () => {
  expect(changes(null, { adminIdType: 'hkMacauPermit', adminIdNumber: 'h 1234 5678 01' })).toEqual({
    adminIdType: 'hkMacauPermit',
    adminIdNumber: 'H1234567801',
  })
})

test('a masked number that was left alone is not sent', () => {
  expect(changes(saved, { adminName: '王芳芳' })).toEqual({ adminName: '王芳芳' })
})

test('typing over a masked number and erasing it leaves it alone', () => {
  const typed = withTyped(saved, {}, 'adminIdNumber', '1')
  expect(changes(saved, typed)).toEqual({ adminIdNumber: '1' })
  expect(withTyped(saved, typed, 'adminIdNumber', '')).toEqual({})
})

test('a masked number is cleared on purpose only', () => {
  expect(changes(saved, cleared({}, 'adminIdNumber'))).toEqual({ adminIdNumber: '' })
})

test('an open value is cleared by erasing it', () => {
  expect(changes(saved, withTyped(saved, {}, 'legalName', ''))).toEqual({ legalName: '' })
})

test('of a new row everything that was filled in is saved', () => {
  expect(changes(null, { name: '甲', address: '' })).toEqual({ name: '甲' })
  expect(withTyped(null, { name: '甲' }, 'name', '')).toEqual({ name: '' })
})

test.each([
  ['138****8000', true],
  ['13800138000', false],
  ['', false],
])('%s is masked: %s', (value, masked) => {
  expect(isMasked(value)).toBe(masked)
})

test('issues of a column that was typed anew no longer apply', () => {
  const issues = [
    { column: 'name', code: 'halfWidth', suggestion: '甲（乙）' },
    { column: 'letter', code: 'letterMissing' },
  ] as const
  expect(issuesAt(issues, 'name', {})).toEqual([issues[0]])
  expect(issuesAt(issues, 'name', { name: '甲' })).toEqual([])
  expect(issuesAt(issues, 'letter', { name: '甲' })).toEqual([issues[1]])
})

test.each([true, false])('who may not act on a row may do nothing with it but pass on its link: %p', link => {
  const can = { edit: true, resubmit: true, repair: true, cancel: true, attach: true, link }
  const row = { id: 'b_1_00001', can } as RowDetail
  const none = { edit: false, resubmit: false, repair: false, cancel: false, attach: false }
  expect(onlyRead(row)).toEqual({ ...row, can: { ...none, link } })
})
