import { checkerText, namesOf } from './vendor-names'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const [qiyuesuo, ess] = [{ id: 'qiyuesuo' }, { id: 'ess' }] as const

test('a single vendor is called by its name', () => {
  expect(namesOf([ess])).toBe('腾讯电子签')
  expect(namesOf([])).toBe('契约锁')
  expect(checkerText([qiyuesuo])).toBe('由契约锁核验。人脸和银行卡信息直接在契约锁的页面填写，我们不接触。')
})

test('where there is a choice, no card names one alone, and one text names all', () => {
  expect(namesOf([qiyuesuo, ess])).toBe('认证机构')
  expect(checkerText([qiyuesuo, ess])).toContain('由谁核验：契约锁、腾讯电子签。')
})
