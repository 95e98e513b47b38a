import Taro from '@tarojs/taro'
import { callAction } from '../../../cloud/call'
import { askToTell, keepTelling } from './messages'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))
jest.mock('../../../cloud/call', () => ({ callAction: jest.fn() }))

const asked = jest.fn()
const called = jest.mocked(callAction)
const messages = (['result', 'review', 'reminder', 'weekly'] as const).map(kind => ({
  kind,
  template: `template-${kind}`,
}))
const config = { messages }

beforeEach(() => {
  jest.resetAllMocks()
  Object.assign(Taro, { requestSubscribeMessage: asked })
})

test('asks at once, of what concerns this person, and keeps what was agreed to', async () => {
  asked.mockResolvedValue({ errMsg: 'ok', 'template-result': 'accept', 'template-reminder': 'reject' })
  const answer = askToTell(config, true)
  // In the tap itself: WeChat does not ask later.
  expect(asked.mock.calls).toEqual([
    [expect.objectContaining({ tmplIds: ['template-result', 'template-review', 'template-reminder'] })],
  ])
  expect(await answer).toEqual(['result'])
  await askToTell(config, false)
  expect(asked.mock.calls[1]?.[0].tmplIds).toEqual(['template-result', 'template-review'])
})

test.each([
  ['refused', () => asked.mockResolvedValue({ errMsg: 'ok', 'template-result': 'reject' })],
  ['broken', () => asked.mockRejectedValue({ errCode: 20004 })],
  ['in a WeChat too old for it', () => Object.assign(Taro, { requestSubscribeMessage: undefined })],
])('%s, nothing is kept and nothing fails', async (_, given) => {
  given()
  const kinds = await askToTell(config, true)
  keepTelling('v_1', kinds)
  expect([kinds, called.mock.calls]).toEqual([[], []])
})

test('where nothing is set up nobody is asked', async () => {
  expect(await askToTell({}, true)).toEqual([])
  expect(asked).not.toHaveBeenCalled()
})

test('nobody waits for the server to keep it', () => {
  called.mockRejectedValue(new Error('offline'))
  expect(keepTelling('v_1', ['result'])).toBeUndefined()
  expect(called).toHaveBeenCalledWith('message.accept', { id: 'v_1', kinds: ['result'] })
})
