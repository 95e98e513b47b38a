import { isOlder, leastLibrary, warnOfOldLibrary } from './library'
import { entryText } from './texts'

const wx = {
  getAppBaseInfo: jest.fn(),
  getSystemInfoSync: jest.fn(),
  canIUse: jest.fn(),
  showModal: jest.fn(),
  updateWeChatApp: jest.fn(),
}
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: new Proxy({}, { get: (_, name: keyof typeof wx) => wx[name] }),
}))
beforeEach(() => {
  for (const each of Object.values(wx)) each.mockReset()
  wx.canIUse.mockReturnValue(true)
  wx.showModal.mockResolvedValue({ confirm: true })
})
const runs = (SDKVersion: string) => wx.getAppBaseInfo.mockReturnValue({ SDKVersion, language: 'zh_CN' })

test.each([
  ['2.32.2', true],
  ['2.9.9', true],
  ['1.99.99', true],
  ['2.32', true],
  ['2.32.3', false],
  ['2.32.10', false],
  ['2.100.0', false],
  ['3.7.0', false],
  ['', false],
  ['undefined', false],
  ['beta 2.0.0', false],
  ['2.0.0 beta', false],
  ['12.0.0', false],
  ['-2.0.0', false],
])('%s is older than 2.32.3: %s', (version, expected) => {
  expect(isOlder(version, '2.32.3')).toBe(expected)
})

test('a version of two digits is one too', () => {
  expect(isOlder('12.0.0', '13.0.0')).toBe(true)
})

test('an older library is told of once, and WeChat’s own update is opened', async () => {
  runs('2.30.0')
  await warnOfOldLibrary()
  expect(wx.showModal).toHaveBeenCalledWith(
    expect.objectContaining({
      title: '微信版本过低',
      content: entryText('old.text'),
      confirmText: '去更新',
      showCancel: true,
    }),
  )
  expect(wx.updateWeChatApp).toHaveBeenCalledTimes(1)
})

test('whoever does not want to is left alone, and where nothing can be opened only the sentence stands', async () => {
  runs('2.30.0')
  wx.showModal.mockResolvedValue({ confirm: false })
  await warnOfOldLibrary()
  wx.canIUse.mockReturnValue(false)
  wx.showModal.mockResolvedValue({ confirm: true })
  await warnOfOldLibrary()
  expect(wx.showModal).toHaveBeenLastCalledWith(
    expect.objectContaining({ confirmText: '知道了', showCancel: false }),
  )
  expect(wx.updateWeChatApp).not.toHaveBeenCalled()
})

test('a library that does not know the newer question is asked the older way', async () => {
  wx.getAppBaseInfo.mockImplementation(() => {
    throw new Error('not supported')
  })
  wx.getSystemInfoSync.mockReturnValue({ SDKVersion: '2.19.0' })
  await warnOfOldLibrary()
  expect(wx.showModal).toHaveBeenCalledTimes(1)
})

test('nothing is said where it runs, or where nobody can tell', async () => {
  runs(leastLibrary)
  await warnOfOldLibrary()
  wx.getAppBaseInfo.mockReturnValue({})
  await warnOfOldLibrary()
  expect(wx.showModal).not.toHaveBeenCalled()
})

test('a library that tells its version to no question is left alone', async () => {
  for (const ask of [wx.getAppBaseInfo, wx.getSystemInfoSync])
    ask.mockImplementation(() => {
      throw new Error('not supported')
    })
  await warnOfOldLibrary()
  expect(wx.showModal).not.toHaveBeenCalled()
})

test('whether WeChat can update itself is asked by its name', async () => {
  runs('2.30.0')
  await warnOfOldLibrary()
  expect(wx.canIUse).toHaveBeenCalledWith('updateWeChatApp')
})
