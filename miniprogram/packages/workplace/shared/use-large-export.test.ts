import { mount } from '../../../../test/support/hooks'
import { callAction } from '../../../cloud/call'
import type { ExportView } from '../../../cloud/types'
import { useLargeExport } from './use-large-export'

const mockKept = new Map<string, string>()
const mockToasts: object[] = []
/** Whether files can be had. */
const mockFiles = { are: true }
const mockPage = { show: () => {}, hide: () => {} }
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockKept.get(key) ?? '',
    setStorageSync: (key: string, value: string) => mockKept.set(key, value),
    removeStorageSync: (key: string) => mockKept.delete(key),
    showToast: (options: object) => mockToasts.push(options),
  },
  useDidShow: (work: () => void) => {
    mockPage.show = work
  },
  useDidHide: (work: () => void) => {
    mockPage.hide = work
  },
}))
jest.mock('react', () => jest.requireActual('../../../../test/support/hooks'))
jest.mock('../../../cloud/call', () => ({
  ...jest.requireActual('../../../cloud/call'),
  callAction: jest.fn(),
}))
jest.mock('../../../files/open-file', () => ({
  openDownloaded: async () => (mockFiles.are ? 'opened' : 'notOpened'),
}))
jest.mock('../../../operator/texts', () => ({ operatorText: (key: string) => key }))
jest.mock('./download', () => ({
  download: async (_: string, name: string) => (mockFiles.are ? { name, filePath: name } : null),
}))

const begun: ExportView = {
  id: `x_${'1'.repeat(32)}`,
  of: 'verifications',
  format: 'csv',
  parts: [],
  done: false,
  cut: false,
  createdAt: 0,
  expiresAt: 1,
}

/** What the cloud answers to each call, in turn. */
let cloud: ExportView
let calls: [string, unknown][]
let broken: boolean
beforeEach(() => {
  jest.useFakeTimers()
  mockKept.clear()
  mockToasts.length = 0
  mockFiles.are = true
  cloud = begun
  calls = []
  broken = false
  jest.mocked(callAction).mockImplementation((async (action: string, input: { part: number }) => {
    calls.push([action, input])
    if (action === 'workplace.exportFile')
      return { name: `${input.part}.csv`, url: 'https://files.example/1' }
    if (action === 'workplace.exports') return { items: [cloud] }
    if (action === 'workplace.goOnExport') {
      if (broken) throw new Error('no network')
      const parts = [...cloud.parts, 5000]
      cloud = { ...cloud, parts, done: parts.length === 3 }
    }
    return cloud
  }) as typeof callAction)
})
afterEach(() => jest.useRealTimers())

const goneOn = () => calls.filter(([action]) => action === 'workplace.goOnExport').map(([, input]) => input)
const wanted = { of: 'verifications', format: 'csv', language: 'zh' } as const

/** Draws the page anew for a while, as React does whenever something has changed. */
async function pass(page: () => unknown, times = 100): Promise<void> {
  for (let round = 0; round < times; round++) {
    page()
    await jest.advanceTimersByTimeAsync(50)
  }
}

test('it is made part by part until it is done, and a part that waits to be sent on is kept', async () => {
  const page = mount(() => useLargeExport('verifications'))
  await page().begin(wanted)
  await pass(page)
  expect(goneOn()).toEqual([1, 2, 3].map(part => ({ id: begun.id, part })))
  expect(page().job).toMatchObject({ parts: [5000, 5000, 5000], done: true })
  await page().take(2)
  expect(page().kept).toMatchObject({ name: '2.csv' })
  page().close()
  expect(page().kept).toBeNull()
})

test('nobody looks on: nothing is asked; on return it goes on', async () => {
  const page = mount(() => useLargeExport('verifications'))
  mockPage.hide()
  await page().begin(wanted)
  await pass(page)
  expect(goneOn()).toEqual([])
  mockPage.show()
  await pass(page)
  expect(goneOn()).toHaveLength(3)
})

test('a part that fails is said and stops it; trying again goes on from there', async () => {
  broken = true
  const page = mount(() => useLargeExport('verifications'))
  await page().begin(wanted)
  await pass(page)
  expect(goneOn()).toHaveLength(1)
  expect(page().failure).not.toBeNull()
  expect(await page().retry()).toBe(false)
  broken = false
  expect(await page().retry()).toBe(true)
  await pass(page)
  expect(page().failure).toBeNull()
  expect(page().job?.done).toBe(true)
})

test('where none was begun nothing is asked; one that was left behind is taken up; one that is forgotten is let go', async () => {
  const fresh = mount(() => useLargeExport('invitations'))
  await fresh().look()
  expect(calls).toEqual([])
  mockKept.set('export.verifications', begun.id)
  const page = mount(() => useLargeExport('verifications'))
  await page().look()
  await pass(page)
  expect(page().job?.done).toBe(true)
  mockKept.set('export.verifications', 'x_forgotten')
  const later = mount(() => useLargeExport('verifications'))
  await later().look()
  expect(later().job).toBeNull()
  expect(mockKept.size).toBe(0)
})

test('nothing goes on, and nothing can be taken, of what was not begun', async () => {
  const page = mount(() => useLargeExport('verifications'))
  expect(await page().retry()).toBe(false)
  await page().take(1)
  expect([calls, page().failure]).toEqual([[], null])
})

test('one that is made is not looked for, and who cannot ask keeps the place', async () => {
  const page = mount(() => useLargeExport('verifications'))
  await page().begin(wanted)
  expect(calls).toEqual([['workplace.beginExport', wanted]])
  await page().look()
  expect(calls).toHaveLength(1)
  mockKept.set('export.invitations', 'x_1')
  jest.mocked(callAction).mockRejectedValue(new Error('no network'))
  const other = mount(() => useLargeExport('invitations'))
  await other().look()
  expect(mockKept.get('export.invitations')).toBe('x_1')
  await page().take(1)
  expect(page().failure).not.toBeNull()
})

test.each([
  ['csv', 'file.notDownloaded'],
  ['xlsx', 'file.notOpened'],
] as const)(
  'a part of a .%s that cannot be had says so; one that can says nothing',
  async (format, title) => {
    cloud = { ...begun, format }
    const page = mount(() => useLargeExport('verifications'))
    await page().begin({ ...wanted, format })
    await page().take(1)
    expect([mockToasts, page().kept?.name]).toEqual([[], format === 'csv' ? '1.csv' : undefined])
    mockFiles.are = false
    await page().take(1)
    expect([mockToasts, page().kept]).toEqual([[{ title, icon: 'none' }], null])
  },
)
