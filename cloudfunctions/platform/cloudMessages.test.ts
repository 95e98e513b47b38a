import { createSendMessage } from './cloudMessages'

const mockSend = jest.fn<Promise<unknown>, [object]>()
jest.mock('./sdk', () => ({
  ...jest.requireActual('./sdk'),
  cloudCalls: () => ({ openapi: { subscribeMessage: { send: mockSend } } }),
}))
jest.mock('wx-server-sdk', () => ({}))

const message = Object({
  openid: 'o-1',
  template: 'T1',
  page: 'pages/home/index',
  data: { thing1: '实名认证', phrase2: '已通过' },
})
const waited: unknown[] = []
const send = (version: 'release' | 'trial' | 'develop' = 'release') =>
  createSendMessage(version, work => {
    waited.push(work)
    return work()
  })(message)

beforeEach(() => {
  mockSend.mockReset()
  waited.length = 0
})

test.each([
  ['release', 'formal'],
  ['trial', 'trial'],
  ['develop', 'developer'],
] as const)(
  'a message of the %s version leads to the %s one, and is waited for no longer than the run may',
  async (version, state) => {
    mockSend.mockResolvedValue({})
    expect(await send(version)).toEqual({ kind: 'sent' })
    expect(mockSend.mock.calls).toEqual([
      [
        {
          touser: 'o-1',
          templateId: 'T1',
          page: 'pages/home/index',
          data: { thing1: { value: '实名认证' }, phrase2: { value: '已通过' } },
          miniprogramState: state,
          lang: 'zh_CN',
        },
      ],
    ])
    expect(waited).toHaveLength(1)
  },
)

test.each([
  [43101, true],
  [10_000, true],
  [9999, false],
  [-604_100, true],
  [-604_199, true],
  [-604_200, false],
  [-604_099, false],
  [604_100, true],
  [-501_001, false],
  ['43101', false],
  [undefined, false],
])('the code %p says that nothing was sent: %s', async (errCode, isSaid) => {
  mockSend.mockRejectedValue(Object.assign(new Error('failed'), { errCode }))
  expect(await send()).toEqual(isSaid ? { kind: 'refused', code: errCode } : { kind: 'unknown' })
})

test('what fails without saying anything may have been sent', async () => {
  mockSend.mockRejectedValue(null)
  expect(await send()).toEqual({ kind: 'unknown' })
})
