import Taro from '@tarojs/taro'
import { keptFor, seal, unseal } from './sealed'

let stored: { data: string; encrypt?: boolean } | null = null
let version = '3.7.0'
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getAppBaseInfo: jest.fn(),
    setStorage: jest.fn(async (options: { data: string; encrypt?: boolean }) => {
      stored = options
    }),
    getStorage: jest.fn(async ({ encrypt }: { encrypt?: boolean }) => {
      if (!stored || stored.encrypt !== encrypt) throw new Error('data not found')
      return { data: stored.data }
    }),
    removeStorage: jest.fn(async () => {
      stored = null
    }),
  },
}))

beforeEach(() => {
  jest.useFakeTimers({ now: 1_800_000_000_000 })
  stored = null
  version = '3.7.0'
  jest.mocked(Taro.getAppBaseInfo).mockImplementation(() => Object({ SDKVersion: version }))
})
afterEach(() => jest.useRealTimers())

test('what was typed is kept sealed for half an hour, and then it is gone', async () => {
  await seal('draft', { name: '测试员甲' })
  expect(stored).toMatchObject({ encrypt: true })
  jest.advanceTimersByTime(keptFor - 1000)
  expect(await unseal('draft')).toEqual({ name: '测试员甲' })
  jest.advanceTimersByTime(1000)
  expect(await unseal('draft')).toBeNull()
  expect(stored).toBeNull()
})

test('a clock that was set back keeps nothing longer', async () => {
  await seal('draft', 'text')
  jest.setSystemTime(1_700_000_000_000)
  expect(await unseal('draft')).toBeNull()
})

test.each(['2.21.2', '2.9.9', '1.99.0', ''])('WeChat %s cannot seal: nothing is stored', async old => {
  version = old
  await seal('draft', { name: '测试员甲' })
  expect(stored).toBeNull()
})

test.each(['2.21.3', '2.100.0', '3.0.0'])('WeChat %s can', async enough => {
  version = enough
  await seal('draft', 'text')
  expect(await unseal('draft')).toBe('text')
})

test('what cannot be read is as good as nothing', async () => {
  stored = { data: 'no json', encrypt: true }
  expect(await unseal('draft')).toBeNull()
})

test.each([
  ['2.30.0', true],
  ['2.20.0', false],
  [undefined, false],
])('a WeChat that tells its version (%s) the older way only can, or not: %s', async (older, can) => {
  Object.assign(Taro, { getSystemInfoSync: () => ({ SDKVersion: older }) })
  for (const newer of [() => Object({}), () => raise()]) {
    jest.mocked(Taro.getAppBaseInfo).mockImplementation(newer)
    stored = null
    await seal('draft', 'text')
    expect(stored !== null).toBe(can)
  }
  Object.assign(Taro, { getSystemInfoSync: raise })
  stored = null
  await seal('draft', 'text')
  expect(stored).toBeNull()
})

function raise(): never {
  throw new Error('not supported')
}

test('where nothing can be sealed nothing is read, and what is too old goes under its own name', async () => {
  version = '2.21.2'
  stored = { data: JSON.stringify({ until: Date.now() + 1000, what: 'text' }), encrypt: true }
  expect(await unseal('draft')).toBeNull()
  version = '3.7.0'
  stored = { data: JSON.stringify({ until: Date.now(), what: 'text' }), encrypt: true }
  expect(await unseal('draft')).toBeNull()
  expect(Taro.removeStorage).toHaveBeenLastCalledWith({ key: 'draft' })
})
