import { checkerText } from './checker'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const [qiyuesuo, ess] = [{ id: 'qiyuesuo' }, { id: 'ess' }] as const
const config = {
  vendorNames: {
    qiyuesuo: { zh: '契约锁', en: 'Qiyuesuo' },
    ess: { zh: '腾讯电子签', en: 'Tencent e-Sign' },
  },
}

test('a single vendor is called by its name', () => {
  expect(checkerText(config, [qiyuesuo])).toBe(
    '由契约锁核验。人脸和银行卡信息直接在契约锁的页面填写，我们不接触。',
  )
})

test('where there is a choice, all of them are named', () => {
  expect(checkerText(config, [qiyuesuo, ess])).toContain('契约锁、腾讯电子签，由您选。')
})

test('nobody is named before the settings are known', () => {
  expect(checkerText(null, [])).toBe('由认证机构核验。人脸和银行卡信息直接在认证机构的页面填写，我们不接触。')
})
