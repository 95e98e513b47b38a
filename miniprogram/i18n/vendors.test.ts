import type { VendorId } from '../cloud/types'
import { vendorName, vendorNames, vendorNote, vendorToCome } from './vendors'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getAppBaseInfo: () => ({ language: 'zh_CN' }) },
}))

const config = {
  vendorNames: {
    qiyuesuo: { zh: '契约锁', en: 'Qiyuesuo' },
    ess: { zh: '腾讯电子签', en: 'Tencent e-Sign' },
  },
}
const newer = <T extends string>(word: string) => word as T

test('a vendor is called as the server calls it', () => {
  expect(vendorName(config, 'ess')).toBe('腾讯电子签')
  expect(vendorNames(config, ['ess', 'qiyuesuo'])).toBe('腾讯电子签、契约锁')
  expect(vendorNote({ note: { zh: '在腾讯电子签的小程序完成', en: '' } })).toBe('在腾讯电子签的小程序完成')
})

test('no vendor is named before it is known, nor where there is none', () => {
  expect(vendorName(null, 'ess')).toBe('认证机构')
  expect(vendorName(config, null)).toBe('认证机构')
  expect(vendorNames(null, ['ess'])).toBe('认证机构')
  expect(vendorToCome(config, [])).toBe('认证机构')
})

test('a name that is none of the server’s is not made up', () => {
  expect(vendorName(config, newer<VendorId>('toString'))).toBe('认证机构')
  expect(vendorNames(config, [newer<VendorId>('newer'), 'ess'])).toBe('腾讯电子签')
})

test('where the form leaves the choice, no one is named alone', () => {
  expect(vendorToCome(config, [{ id: 'ess' }])).toBe('腾讯电子签')
  expect(vendorToCome(config, [{ id: 'ess' }, { id: 'qiyuesuo' }])).toBe('认证机构')
})
