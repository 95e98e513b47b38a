import { createMemoryStore } from '../../test/support/memory-store'
import { createTroubleBook } from '../platform/cloudTroubleBook'
import { createCaller } from './call'
import type { Outcome } from './driver'

function bench(outcomes: Outcome<string>[]) {
  let now = 1_700_000_000_000
  let calls = 0
  const store = createMemoryStore()
  const instance = () => {
    const book = createTroubleBook(store, 'esign')
    const call = createCaller({ retries: 2, firstPauseMs: 1, book, clock: () => now, stopwatch: () => now })
    return () =>
      call(async () => {
        calls += 1
        return outcomes.shift() ?? { kind: 'ok', value: 'fine' }
      })
  }
  return {
    instance,
    calls: () => calls,
    pass: (ms: number) => {
      now += ms
    },
  }
}

const detail = ''

test('a start that may have happened and asks for quiet gets it: no instance asks before', async () => {
  const { instance, calls, pass } = bench([
    { kind: 'indeterminate', code: 'HTTP_503', detail, retryAfterMs: 90_000 },
  ])
  const [first, second] = [instance(), instance()]
  expect(await first()).toMatchObject({ kind: 'indeterminate' })
  pass(89_999)
  expect([await first(), await second()]).toMatchObject([{ code: 'CIRCUIT_OPEN' }, { code: 'CIRCUIT_OPEN' }])
  expect(calls()).toBe(1)
  pass(1)
  expect([await first(), await second()]).toMatchObject([{ kind: 'ok' }, { kind: 'ok' }])
})

test('who is not let through is told when to come again: soon, while another tries', async () => {
  const { instance, pass } = bench(
    Array.from({ length: 10 }, () => ({ kind: 'indeterminate', code: 'RESET', detail })),
  )
  const [first, second] = [instance(), instance()]
  for (let each = 0; each < 10; each++) await first()
  pass(4000)
  expect(await second()).toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: 6000 })
  pass(6000)
  const [trying, beside] = await Promise.all([first(), second()])
  expect(trying).toMatchObject({ kind: 'ok' })
  expect(beside).toMatchObject({ code: 'CIRCUIT_OPEN', retryAfterMs: 1000 })
  pass(1000)
  expect(await second()).toMatchObject({ kind: 'ok' })
})

test('that our own time is over is not the vendor’s failure, and is not tried again', async () => {
  const { instance, calls } = bench(
    Array.from({ length: 30 }, () => ({ kind: 'transient', code: 'BUDGET', detail })),
  )
  const call = instance()
  for (let each = 0; each < 30; each++) expect(await call()).toMatchObject({ code: 'BUDGET' })
  expect(calls()).toBe(30)
  expect(await call()).toMatchObject({ kind: 'ok' })
})

test('what is tried again waits as long as it was told, and what is left alone is not tried', async () => {
  jest.useFakeTimers()
  jest.spyOn(Math, 'random').mockReturnValue(0.5)
  try {
    const asked: string[] = []
    const call = createCaller({ retries: 2, firstPauseMs: 1, clock: () => 0, stopwatch: () => 0 })
    const ask = (outcome: Outcome<string>) =>
      call(async () => {
        asked.push(outcome.kind)
        return outcome
      })
    const lost = ask({ kind: 'transient', code: 'HTTP_500', detail })
    await jest.advanceTimersByTimeAsync(20)
    expect([await lost, asked.length]).toMatchObject([{ code: 'HTTP_500' }, 3])
    await ask({ kind: 'indeterminate', code: 'HTTP_503', detail, retryAfterMs: 90_000 })
    const leftAlone = ask({ kind: 'ok', value: 'fine' })
    await jest.advanceTimersByTimeAsync(0)
    expect(jest.getTimerCount()).toBe(0)
    expect([await leftAlone, asked.length]).toMatchObject([{ code: 'CIRCUIT_OPEN' }, 4])
  } finally {
    jest.restoreAllMocks()
    jest.useRealTimers()
  }
})
