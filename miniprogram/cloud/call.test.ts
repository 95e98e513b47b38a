import { ActionFailureError, callAction, failedWith, isMissing, toFailure } from './call'

const mockSend = jest.fn<Promise<{ result: unknown }>, [unknown]>()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { cloud: { callFunction: (options: unknown) => mockSend(options) } },
}))
const answer = (result: unknown) => mockSend.mockResolvedValue({ result })

afterEach(() => mockSend.mockReset())

test('sends action and input to the function "api" and hands back the data', async () => {
  answer({ ok: true, data: { items: [], nextCursor: null } })
  await expect(callAction('verification.list', { limit: 3 })).resolves.toEqual({
    items: [],
    nextCursor: null,
  })
  expect(mockSend).toHaveBeenCalledWith({
    name: 'api',
    data: { action: 'verification.list', input: { limit: 3 } },
  })
})

test('an answer that is not ok becomes a typed error with code, message and field', async () => {
  answer({
    ok: false,
    error: { code: 'INVALID_INPUT', message: '填写的内容有误', field: 'person.idNumber' },
    requestId: 'r1',
  })
  const error = await callAction('verification.list', {}).catch(caught => caught)
  expect(error).toBeInstanceOf(ActionFailureError)
  expect(error).toMatchObject({
    name: 'ActionFailureError',
    code: 'INVALID_INPUT',
    message: '填写的内容有误',
    field: 'person.idNumber',
  })
})

test('a function that cannot be reached is a NETWORK failure', async () => {
  mockSend.mockRejectedValue(new Error('timeout'))
  await expect(callAction('config.get', {})).rejects.toMatchObject({ code: 'NETWORK' })
})

test.each([
  undefined,
  null,
  '',
  'gateway error',
  {},
  { ok: true },
  { ok: false },
  { ok: false, error: null },
  { ok: false, error: 'code' },
  { ok: false, data: { code: 'BUSY' } },
  { ok: 1, data: {} },
])('an answer that is not ours (%j) is a NETWORK failure', async result => {
  answer(result)
  await expect(callAction('config.get', {})).rejects.toMatchObject({ code: 'NETWORK' })
})

test('anything else that is thrown counts as INTERNAL', () => {
  expect(toFailure(new TypeError('x is undefined')).code).toBe('INTERNAL')
})

test('which failures say that there is no such thing, and which failure it was', () => {
  const failure = (code: 'NOT_FOUND' | 'INVALID_INPUT' | 'BUSY') => new ActionFailureError(code, '')
  expect([null, failure('NOT_FOUND'), failure('INVALID_INPUT'), failure('BUSY')].map(isMissing)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(failedWith(failure('BUSY'), 'NOT_FOUND', 'BUSY')).toBe(true)
  expect(failedWith(failure('BUSY'), 'NOT_FOUND')).toBe(false)
  expect(failedWith(new Error(''), 'INTERNAL')).toBe(true)
})
