import { startWatching, watchDelay } from './watch'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('waits longer after each answer without news, a minute at most', () => {
  expect([0, 1, 2, 3, 20].map(quiet => watchDelay(quiet, 4))).toEqual([4000, 6000, 9000, 13500, 60000])
})

test('asks soon again after news', async () => {
  const news = [false, false, true, false]
  const asked: number[] = []
  const start = Date.now()
  const stop = startWatching(async () => {
    asked.push(Date.now() - start)
    return news[asked.length - 1] ?? false
  }, 4)
  await jest.advanceTimersByTimeAsync(30_000)
  stop()
  expect(asked).toEqual([4000, 10_000, 19_000, 23_000, 29_000])
})

test('a question that failed is one without news', async () => {
  const ask = jest.fn(async (): Promise<boolean> => {
    throw new Error('no network')
  })
  const stop = startWatching(ask, 4)
  await jest.advanceTimersByTimeAsync(10_000)
  expect(ask).toHaveBeenCalledTimes(2)
  stop()
})

test('is silent once stopped, also when a question was under way', async () => {
  let answer = (_news: boolean) => {}
  const ask = jest.fn(() => new Promise<boolean>(resolve => (answer = resolve)))
  const stop = startWatching(ask, 2)
  await jest.advanceTimersByTimeAsync(2_000)
  stop()
  answer(true)
  await jest.advanceTimersByTimeAsync(600_000)
  expect(ask).toHaveBeenCalledTimes(1)
})
