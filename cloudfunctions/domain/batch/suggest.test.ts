import type { Issue, RowFields } from './row'
import { withoutTyped, withTyped } from './suggest'

/** What was typed stays sealed, and with it what would put it right. */
const fields: RowFields = {
  name: '示例 有限公司',
  creditCode: '',
  legalName: '测 试',
  address: '',
  adminName: '测试员乙',
  adminMobile: '138 0013 8000',
  adminIdType: '',
  adminIdNumber: '',
  authorization: '',
}
const now = Date.UTC(2026, 10, 30)
const issues: Issue[] = [
  { column: 'name', code: 'malformed', suggestion: '示例有限公司' },
  { column: 'creditCode', code: 'malformed', suggestion: '91110000MA0000TE0X' },
  { column: 'legalName', code: 'malformed', suggestion: '测试' },
  { column: 'adminMobile', code: 'malformed', suggestion: '13800138000' },
  { column: 'adminName', code: 'placeholder' },
  { column: 'licence', code: 'tooLarge' },
]
const bare = (issue: Issue): Issue => {
  const { suggestion: _, ...rest } = issue
  return rest
}

test('of a text that is sealed no suggestion is kept; of what is public it is', () => {
  expect(withoutTyped(issues)).toStrictEqual([...issues.slice(0, 2), ...issues.slice(2).map(bare)])
})

test('what was left out is worked out again from what was typed', () => {
  expect(withTyped(withoutTyped(issues), fields, now)).toStrictEqual(issues)
})

test.each<[string, Issue, Partial<RowFields>]>([
  ['is right by now', { column: 'adminMobile', code: 'malformed' }, { adminMobile: '13800138000' }],
  ['is wrong otherwise', { column: 'adminMobile', code: 'placeholder' }, {}],
  ['is gone', { column: 'legalName', code: 'missing' }, { legalName: '' }],
])('of a text that %s nothing is suggested', (_, issue, changes) => {
  expect(withTyped([issue], { ...fields, ...changes }, now)).toStrictEqual([issue])
})

test('whatever somebody of before has kept of a sealed text is not passed on', () => {
  const kept: Issue = { column: 'adminMobile', code: 'malformed', suggestion: '13900139000' }
  expect(withTyped([kept], { ...fields, adminMobile: '123' }, now)).toStrictEqual([bare(kept)])
})
