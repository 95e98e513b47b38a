import { createLog } from './log'
import { startNextRun } from './nextRun'

const mockCall = jest.fn<Promise<unknown>, [object]>()
jest.mock('./sdk', () => ({ cloudCalls: () => ({ callFunction: mockCall }) }))

const lines: string[] = []
const run = () =>
  startNextRun(
    'sweep',
    'wake 1',
    createLog(line => lines.push(line)),
  )

beforeEach(() => {
  lines.length = 0
  jest.useFakeTimers({ now: 1_700_000_000_000 })
})
afterEach(() => {
  jest.useRealTimers()
})

test('the function is called with the event of a timer', async () => {
  mockCall.mockResolvedValue({})
  await run()
  expect(mockCall).toHaveBeenLastCalledWith({
    name: 'sweep',
    data: { Type: 'Timer', TriggerName: 'sweep', Time: '2023-11-14T22:13:20.000Z', Message: 'wake 1' },
  })
  expect(lines).toEqual([])
})

test('its end is not waited for, once it is on its way', async () => {
  let isOver = false
  mockCall.mockReturnValue(new Promise(() => undefined))
  const waiting = run().then(() => {
    isOver = true
  })
  await jest.advanceTimersByTimeAsync(999)
  expect(isOver).toBe(false)
  await jest.advanceTimersByTimeAsync(1)
  await waiting
})

test.each([
  [new TypeError('测试员甲'), 'TypeError'],
  ['测试员甲', 'unknown'],
])(
  'when it may not be called, the timer comes anyway: only the name of the error is said',
  async (error, name) => {
    mockCall.mockRejectedValue(error)
    await run()
    expect(lines.map(line => JSON.parse(line))).toEqual([
      { level: 'warn', event: 'nextRun.failed', error: name },
    ])
  },
)
