import Taro from '@tarojs/taro'
import type { MiniProgramHandoff, PluginHandoff } from '../cloud/types'
import { follow } from './follow'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { navigateTo: jest.fn(), navigateToMiniProgram: jest.fn(), openEmbeddedMiniProgram: jest.fn() },
}))

const plugin: PluginHandoff = {
  kind: 'plugin',
  url: 'plugin://alias/page?ticket=t1',
  events: { wentWell: 'passed', wentBadly: 'failed' },
  leaveEvent: 'leave',
}
const miniProgram: MiniProgramHandoff = {
  kind: 'miniProgram',
  appId: 'wx1',
  path: 'pages/a?b=c',
  envVersion: 'release',
  embedded: false,
}

const silent = { onHint: () => {} }

/** A plugin page that opens when told to and whose events can be fired at any time. */
function pluginPage() {
  const emit = jest.fn()
  let events: Record<string, () => void> = {}
  let open = () => {}
  let refuse = (_reason: unknown) => {}
  jest.mocked(Taro.navigateTo).mockImplementation(((options: Taro.navigateTo.Option) => {
    events = options.events ?? {}
    return new Promise((resolve, reject) => {
      refuse = reject
      open = () => {
        const result = { errMsg: 'navigateTo:ok', eventChannel: { emit, on() {}, once() {}, off() {} } }
        options.success?.(result)
        resolve(result)
      }
    })
  }) as typeof Taro.navigateTo)
  return {
    emit,
    open: () => open(),
    refuse: (reason: unknown) => refuse(reason),
    fire: (name: string) => events[name]?.(),
  }
}

beforeEach(() => jest.resetAllMocks())

test('an opened plugin page is only that: no hint, nobody leaves', async () => {
  const page = pluginPage()
  const onHint = jest.fn()
  const result = follow(plugin, { onHint })
  page.open()
  await expect(result).resolves.toBe('opened')
  expect(Taro.navigateTo).toHaveBeenCalledWith(expect.objectContaining({ url: plugin.url }))
  expect(onHint).not.toHaveBeenCalled()
  expect(page.emit).not.toHaveBeenCalled()
})

test('an event of the plugin makes it leave and tells the hint', async () => {
  const page = pluginPage()
  const onHint = jest.fn()
  const result = follow(plugin, { onHint })
  page.open()
  await result
  page.fire('wentBadly')
  expect(page.emit.mock.calls).toEqual([['leave']])
  expect(onHint.mock.calls).toEqual([['failed']])
})

test('it leaves exactly once, however many events come', async () => {
  const page = pluginPage()
  const onHint = jest.fn()
  const result = follow(plugin, { onHint })
  page.open()
  await result
  page.fire('wentWell')
  page.fire('wentWell')
  page.fire('wentBadly')
  expect(page.emit).toHaveBeenCalledTimes(1)
  expect(onHint.mock.calls).toEqual([['passed']])
})

test('an event before the channel is remembered until the channel is there', async () => {
  const page = pluginPage()
  const onHint = jest.fn()
  const result = follow(plugin, { onHint })
  page.fire('wentWell')
  expect(page.emit).not.toHaveBeenCalled()
  page.open()
  await result
  expect(page.emit.mock.calls).toEqual([['leave']])
  expect(onHint.mock.calls).toEqual([['passed']])
})

test('the plugin page is told to leave before the hint is passed on', async () => {
  const page = pluginPage()
  const order: string[] = []
  page.emit.mockImplementation(() => order.push('leave'))
  const result = follow(plugin, { onHint: () => order.push('hint') })
  page.open()
  await result
  page.fire('wentWell')
  expect(order).toEqual(['leave', 'hint'])
})

test('who comes back without an event releases the plugin all the same, and only once', async () => {
  const page = pluginPage()
  const onHint = jest.fn()
  let release = () => {}
  const result = follow(plugin, { onHint, onOpened: letGo => (release = letGo) })
  page.open()
  await result
  release()
  release()
  page.fire('wentWell')
  expect(page.emit.mock.calls).toEqual([['leave']])
  expect(onHint.mock.calls).toEqual([['passed']])
})

test('after an event there is nothing left to release', async () => {
  const page = pluginPage()
  let release = () => {}
  const result = follow(plugin, { ...silent, onOpened: letGo => (release = letGo) })
  page.open()
  await result
  page.fire('wentWell')
  release()
  expect(page.emit).toHaveBeenCalledTimes(1)
})

test('a plugin that is missing or not approved is unavailable, not an exception', async () => {
  const page = pluginPage()
  const result = follow(plugin, silent)
  page.refuse({ errMsg: 'navigateTo:fail plugin is not defined' })
  await expect(result).resolves.toBe('unavailable')
})

test.each([
  ['a jump that was confirmed', 'success', 'ok', 'opened'],
  ['a jump the user refused', 'fail', 'navigateToMiniProgram:fail cancel', 'canceled'],
  ['a jump that cannot be made', 'fail', 'navigateToMiniProgram:fail invalid appid', 'unavailable'],
] as const)('%s to another mini-program is %s → %s → %s', async (_name, callback, errMsg, expected) => {
  jest.mocked(Taro.navigateToMiniProgram).mockImplementation((options => {
    options?.[callback]?.({ errMsg })
    return Promise.reject(new Error('Taro rejects too'))
  }) as typeof Taro.navigateToMiniProgram)
  await expect(follow(miniProgram, silent)).resolves.toBe(expected)
})

test('Taro may hand the jump through without a promise', async () => {
  const jump = jest.mocked(Taro.navigateToMiniProgram)
  const result = follow(miniProgram, silent)
  jump.mock.calls[0]?.[0]?.success?.({ errMsg: 'ok' })
  await expect(result).resolves.toBe('opened')
})

test('the jump starts before anything is awaited, or WeChat would not count it to the tap', () => {
  follow(miniProgram, silent)
  expect(Taro.navigateToMiniProgram).toHaveBeenCalledWith(
    expect.objectContaining({ appId: 'wx1', path: 'pages/a?b=c', envVersion: 'release' }),
  )
})

test('an embedded mini-program opens as half a screen', () => {
  follow({ ...miniProgram, embedded: true }, silent)
  expect(Taro.openEmbeddedMiniProgram).toHaveBeenCalledTimes(1)
  expect(Taro.navigateToMiniProgram).not.toHaveBeenCalled()
})

test('where WeChat is too old for half a screen it takes the whole', () => {
  const { openEmbeddedMiniProgram } = Taro
  Object.assign(Taro, { openEmbeddedMiniProgram: undefined })
  follow({ ...miniProgram, embedded: true }, silent)
  Object.assign(Taro, { openEmbeddedMiniProgram })
  expect(Taro.navigateToMiniProgram).toHaveBeenCalledTimes(1)
})

test('what a newer server asks for and this version does not know is unavailable', async () => {
  await expect(follow({ kind: 'newer' } as never, silent)).resolves.toBe('unavailable')
})

test.each([
  { kind: 'qrImage', url: 'https://vendor.example/qr.png', expiresAt: null },
  {
    kind: 'webUrl',
    url: 'https://vendor.example/a',
    qrImage: 'data:image/png;base64,',
    singleUse: true,
    expiresAt: 1,
  },
] as const)('$kind is for the page to show', async handoff => {
  await expect(follow(handoff, silent)).resolves.toBe('show')
})
