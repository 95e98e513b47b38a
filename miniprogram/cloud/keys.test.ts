import { callAction } from './call'

const mockSend = jest.fn<Promise<{ result: unknown }>, [{ data: { input: Record<string, unknown> } }]>()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    cloud: { callFunction: (options: { data: { input: Record<string, unknown> } }) => mockSend(options) },
  },
}))

const ok = { result: { ok: true, data: {} } }
const refused = (code: string) => ({ result: { ok: false, error: { code, message: '' }, requestId: 'r' } })
const keys = () => mockSend.mock.calls.map(([{ data }]) => data.input.clientKey)
const invite = (label: string) => callAction('operator.invite', { role: 'viewer', label }).catch(() => null)

beforeEach(() => mockSend.mockReset())

test('a wish carries the same key until it is answered; the next one like it is a new wish', async () => {
  mockSend.mockRejectedValueOnce(new Error('timeout')).mockResolvedValue(ok)
  await invite('a')
  await invite('a')
  await invite('a')
  const [first, second, third] = keys()
  expect(first).toMatch(/^[\w-]{16,64}$/)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('another wish has another key, and does not lose that of the first', async () => {
  mockSend.mockRejectedValueOnce(new Error('timeout')).mockResolvedValue(ok)
  await invite('b')
  await invite('c')
  await invite('b')
  const [first, other, again] = keys()
  expect(other).not.toBe(first)
  expect(again).toBe(first)
})

test.each([
  ['START_IN_PROGRESS', true],
  ['BUSY', true],
  ['INTERNAL', true],
  ['KEY_CONFLICT', false],
  ['FORBIDDEN', false],
])('after %s the key is kept: %s', async (code, kept) => {
  mockSend.mockResolvedValueOnce(refused(code)).mockResolvedValue(ok)
  await invite(code)
  await invite(code)
  const [first, second] = keys()
  expect(second === first).toBe(kept)
})

test('what only reads has no key, and a form’s own key stays', async () => {
  mockSend.mockResolvedValue(ok)
  await callAction('verification.list', {})
  await callAction('invitation.create', { clientKey: 'key-of-the-form-01', subject: 'person', title: 'x' })
  expect(keys()).toEqual([undefined, 'key-of-the-form-01'])
})
