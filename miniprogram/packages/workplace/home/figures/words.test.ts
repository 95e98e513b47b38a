import { dayText, durationText, reasonText } from './words'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const minute = 60_000
const hour = 60 * minute

test.each([
  [0, '1 分钟'],
  [12_000, '1 分钟'],
  [4 * minute, '4 分钟'],
  [4 * minute + 1, '5 分钟'],
  [59 * minute + 30_000, '1 小时'],
  [80 * minute, '1 小时 20 分钟'],
  [26 * hour, '26 小时'],
  [48 * hour, '48 小时'],
  [49 * hour, '3 天'],
])('%d ms reads %s', (ms, text) => {
  expect(durationText(ms)).toBe(text)
})

test('a day is said without its year', () => {
  expect(dayText('2026-01-31')).toBe('1月31日')
})

test.each([
  ['timeUp', '超过有效期没有办完'],
  ['basicInformation', '企业基本信息没有通过核对'],
  ['somethingNew', '其他原因'],
])('the reason %s reads %s', (reason, text) => {
  expect(reasonText(reason)).toBe(text)
})
