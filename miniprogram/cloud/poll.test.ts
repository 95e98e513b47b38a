import { pollDelay, startPolling } from './poll'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('waits longer each time, never more than 30 s, and gives up after ten questions', () => {
  const delays = Array.from({ length: 11 }, (_, round) => pollDelay(round, 4))
  expect(delays).toEqual([4000, 6000, 9000, 13500, 20250, 30000, 30000, 30000, 30000, 30000, null])
})

test('whoever looks on may be told sooner, and for longer', () => {
  const delays = [0, 5, 19, 20].map(round => pollDelay(round, 2, { longest: 8000, rounds: 20 }))
  expect(delays).toEqual([2000, 8000, 8000, null])
})

test('asks one question at a time', async () => {
  let answer = () => {}
  const ask = jest.fn(() => new Promise<void>(resolve => (answer = resolve)))
  const stop = startPolling(ask, 2)
  await jest.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(1)
  answer()
  await jest.advanceTimersByTimeAsync(3_000)
  expect(ask).toHaveBeenCalledTimes(2)
  stop()
})

test('asks ten times in all', async () => {
  const ask = jest.fn(async () => {})
  startPolling(ask, 2)
  await jest.advanceTimersByTimeAsync(3_600_000)
  expect(ask).toHaveBeenCalledTimes(10)
})

test('goes on after a question that failed', async () => {
  const ask = jest.fn(async () => {
    throw new Error('no network')
  })
  const stop = startPolling(ask, 2)
  await jest.advanceTimersByTimeAsync(5_000)
  expect(ask).toHaveBeenCalledTimes(2)
  await jest.advanceTimersByTimeAsync(3_600_000)
  expect(ask).toHaveBeenCalledTimes(10)
  stop()
})

test('is silent once stopped, also when a question was under way', async () => {
  let answer = () => {}
  const ask = jest.fn(() => new Promise<void>(resolve => (answer = resolve)))
  const stop = startPolling(ask, 2)
  await jest.advanceTimersByTimeAsync(2_000)
  stop()
  answer()
  await jest.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(1)
})

test('after news the pauses are short again, and the rounds are counted anew', async () => {
  const answers = [false, false, true]
  const ask = jest.fn(async () => answers.shift() ?? false)
  const stop = startPolling(ask, 2)
  // 2 s, 3 s, 4.5 s; after the news 2 s again.
  await jest.advanceTimersByTimeAsync(9_500)
  expect(ask).toHaveBeenCalledTimes(3)
  await jest.advanceTimersByTimeAsync(2_000)
  expect(ask).toHaveBeenCalledTimes(4)
  await jest.advanceTimersByTimeAsync(3_600_000)
  expect(ask).toHaveBeenCalledTimes(13)
  stop()
})

test('who has patience without end is asked on, a minute apart at most', async () => {
  const ask = jest.fn(async () => false)
  const stop = startPolling(ask, 4, { longest: 60_000, rounds: Number.POSITIVE_INFINITY })
  await jest.advanceTimersByTimeAsync(24 * 3_600_000)
  const before = ask.mock.calls.length
  await jest.advanceTimersByTimeAsync(600_000)
  expect(ask.mock.calls.length - before).toBe(10)
  stop()
})
