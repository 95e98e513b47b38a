import { ActionFailureError } from '../../../cloud/call'
import { failureText } from '../../../i18n'
import { faultOf, noAdministrator } from '../shared/administrator'
import { createText } from './texts'
import { faultAt, sayFailure, sourceError, suggestedTitle } from './words'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const now = new Date(2026, 10, 30)
const file = (name: string) => ({ path: 'tmp', name, size: 1, type: 'xlsx' as const })

test('a batch is called as its file, so that two of a day can be told apart', () => {
  expect(suggestedTitle({ source: 'file', file: file('华东供应商.xlsx') }, now)).toBe('华东供应商')
  expect(suggestedTitle({ source: 'file', file: file(`${'长'.repeat(80)}.csv`) }, now)).toHaveLength(50)
})

test('without a name of its own it is called after the day', () => {
  const day = suggestedTitle({ source: null, file: null }, now)
  expect(day).toContain('11')
  expect(suggestedTitle({ source: 'file', file: file('.xlsx') }, now)).toBe(day)
  expect(suggestedTitle({ source: 'text', file: file('旧的.xlsx') }, now)).toBe(day)
})

const refused = (code: 'INVALID_INPUT' | 'SHEET_EMPTY' | 'KEY_CONFLICT') => new ActionFailureError(code, '')

test('a list we refuse ourselves is too long; of another the server says what is wrong', () => {
  const tooLong = createText('source.tooLong')
  expect(
    [null, { kind: 'privacy' } as const, { kind: 'field', field: 'source' } as const].map(sourceError),
  ).toEqual(Array(3).fill(tooLong))
  const failed = (failure: ActionFailureError) => sourceError({ kind: 'field', field: 'source', failure })
  expect(failed(refused('INVALID_INPUT'))).toBe(createText('source.error'))
  expect(failed(refused('SHEET_EMPTY'))).toBe(failureText(refused('SHEET_EMPTY')))
  expect(sourceError({ kind: 'failure', failure: refused('SHEET_EMPTY') })).toBe(tooLong)
})

test('what was found here is said at its field, what the server refused there in general', () => {
  const wrong = { ...noAdministrator, name: '测试员甲', mobile: '1' }
  expect(faultAt('mobile', wrong)).toEqual(faultOf(wrong))
  expect(faultAt('name', wrong)).toEqual({ field: 'name', suggestion: null })
  expect(faultAt('name', { ...wrong, name: '买买提 艾力' })).toEqual({
    field: 'name',
    suggestion: '买买提·艾力',
  })
  const right = { ...wrong, mobile: '13800138000', idNumber: '' }
  for (const field of ['name', 'mobile', 'idNumber'] as const)
    expect(faultAt(field, right)).toEqual({ field, suggestion: null })
  expect([faultAt('title', wrong), faultAt('source', wrong), faultAt(null, wrong)]).toEqual([
    null,
    null,
    null,
  ])
})

test('a key that is used is said with the button to press', () => {
  expect(sayFailure(refused('KEY_CONFLICT'), '创建')).toBe(createText('KEY_CONFLICT', { button: '创建' }))
  expect(sayFailure(refused('SHEET_EMPTY'), '创建')).toBe(failureText(refused('SHEET_EMPTY')))
})

test('only an ending goes from the name of a file, and blanks around what is left', () => {
  const named = (name: string) => suggestedTitle({ source: 'file', file: file(name) }, now)
  expect([named('a.xlsx.b.csv'), named(' 名单 .xlsx'), named('名单.xlsx 旧')]).toEqual([
    'a.xlsx.b',
    '名单',
    '名单.xlsx 旧',
  ])
  expect(suggestedTitle({ source: 'file', file: null }, now)).toContain('11')
})
