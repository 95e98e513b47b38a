import Taro from '@tarojs/taro'
import { authorizePrivacy } from './privacy'

type Given = { success: (result?: unknown) => void; fail: (error: unknown) => void }
const mockRequire = jest.fn<void, [Given]>()
const mockSetting = jest.fn<void, [Given]>()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    requirePrivacyAuthorize: (given: Given) => mockRequire(given),
    getPrivacySetting: (given: Given) => mockSetting(given),
  },
}))

const { getPrivacySetting } = Taro
beforeEach(() => Object.assign(Taro, { getPrivacySetting }))

const fails = (errno: number) => mockRequire.mockImplementation(({ fail }) => fail({ errMsg: 'fail', errno }))
const waits = (needAuthorization: boolean) =>
  mockSetting.mockImplementation(({ success }) => success({ needAuthorization }))

test('in a WeChat too old to know it there is nothing to agree to', async () => {
  const { requirePrivacyAuthorize } = Taro
  Object.assign(Taro, { requirePrivacyAuthorize: undefined })
  expect(await authorizePrivacy().finally(() => Object.assign(Taro, { requirePrivacyAuthorize }))).toBeNull()
})

test('who agrees goes on', async () => {
  mockRequire.mockImplementation(({ success }) => success())
  expect(await authorizePrivacy()).toBeNull()
})

test.each([
  [104, true, 'privacy'],
  [104, false, 'undeclared'],
  [112, true, 'undeclared'],
  [112, false, 'undeclared'],
])('errno %d while WeChat waits for somebody to agree (%s): %s', async (errno, needed, kind) => {
  fails(errno)
  waits(needed)
  expect(await authorizePrivacy()).toEqual({ kind })
})

test('where WeChat does not tell, he is asked to agree', async () => {
  fails(104)
  mockSetting.mockImplementation(({ fail }) => fail({ errMsg: 'fail' }))
  expect(await authorizePrivacy()).toEqual({ kind: 'privacy' })
})

test('a WeChat that knows no such question asks him to agree', async () => {
  fails(104)
  Object.assign(Taro, { getPrivacySetting: undefined })
  expect(await authorizePrivacy()).toEqual({ kind: 'privacy' })
})
