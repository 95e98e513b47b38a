import Taro from '@tarojs/taro'
import { keepSettings, lastSettings } from './last-settings'
import type { ConfigResult } from './types'

let kept: unknown = ''
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: jest.fn(),
    setStorage: jest.fn(async ({ data }: { data: unknown }) => {
      kept = JSON.parse(JSON.stringify(data))
    }),
  },
}))
beforeEach(() => {
  kept = ''
  jest.mocked(Taro.getStorageSync).mockImplementation(() => kept)
})

const config: ConfigResult = {
  vendors: [
    {
      id: 'ess',
      note: { zh: '在小程序里', en: 'in its mini-program' },
      subjects: ['person'],
      personModes: ['any'],
      idTypes: ['residentId'],
      licence: null,
      links: false,
      contracts: false,
      batch: true,
      outline: false,
      legacyInvitations: false,
      requires: { person: ['name'], organization: [] },
    },
  ],
  vendorNames: { ess: { zh: '腾讯电子签', en: 'Tencent ESS' } },
  policy: { version: '1', controller: '示例', retentionDays: 30 },
  jumps: { appIds: [], plugins: [], hosts: [], redirects: [] },
  support: null,
  pollSeconds: 3,
}

test('the settings of the last visit are there on the next', () => {
  expect(lastSettings()).toBeNull()
  keepSettings(config)
  expect(lastSettings()).toEqual(config)
})

test('so are those with a page and messages', () => {
  const more = { ...config, messages: [], vendors: [{ ...config.vendors[0], page: {} }] }
  kept = more
  expect(lastSettings()).toEqual(more)
})

test.each([
  ['without a part', { ...config, policy: undefined }],
  ['with a part of another kind', { ...config, vendors: {} }],
  ['with a vendor of another version', { ...config, vendors: [{ id: 'ess' }] }],
  ['that are no settings', 'settings'],
  ['that are none', null],
  ['with one vendor of another version', { ...config, vendors: [...config.vendors, { id: 'ess' }] }],
  ['with a vendor that is none', { ...config, vendors: [null] }],
  ['with a vendor that is a text', { ...config, vendors: ['ess'] }],
  ['with another kind of id', { ...config, vendors: [{ ...config.vendors[0], id: 1 }] }],
  ['with another kind of switch', { ...config, vendors: [{ ...config.vendors[0], links: 'yes' }] }],
  ['with a page that is none', { ...config, vendors: [{ ...config.vendors[0], page: null }] }],
  ['without names', { ...config, vendorNames: null }],
  ['with support that is a text', { ...config, support: 'call us' }],
  ['with another kind of seconds', { ...config, pollSeconds: '3' }],
  ['with messages that are none', { ...config, messages: {} }],
])('settings %s are as good as none', (_what, other) => {
  kept = other
  expect(lastSettings()).toBeNull()
})

test('a storage that cannot be read is as good as an empty one', () => {
  jest.mocked(Taro.getStorageSync).mockImplementation(() => {
    throw new Error('full')
  })
  expect(lastSettings()).toBeNull()
})
