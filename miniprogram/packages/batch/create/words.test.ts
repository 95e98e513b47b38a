import { suggestedTitle } from './words'

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
