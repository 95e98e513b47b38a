import { parseCron } from './cron'
import type { Host, Invocation } from './host'
import { createTimers } from './timers'

/** A host whose runs end when the test says so. */
function slowHost() {
  const runs: { invocation: Invocation; end: () => void }[] = []
  const host: Host = {
    has: () => true,
    invoke: invocation =>
      new Promise(resolve => {
        runs.push({ invocation, end: () => resolve('null') })
      }),
    callerOf: () => undefined,
    reload: () => {},
    close: async () => {},
  }
  return { host, runs }
}

const everySecond = new Map([['sweep', { name: 'tick', cron: parseCron('* * * * * * *') }]])

beforeEach(() => jest.useFakeTimers({ now: 1_800_000_000_000 }))
afterEach(() => jest.useRealTimers())

test('a trigger fires on its second with the timer event', async () => {
  const { host, runs } = slowHost()
  const timers = createTimers(host, { isEnabled: true, now: Date.now })
  timers.schedule(everySecond)
  await jest.advanceTimersByTimeAsync(999)
  expect(runs).toHaveLength(0)
  await jest.advanceTimersByTimeAsync(1)
  expect(runs[0]?.invocation).toMatchObject({ functionName: 'sweep', origin: { trigger: 'timer' } })
  expect(JSON.parse(runs[0]?.invocation.event ?? '')).toEqual({
    Type: 'Timer',
    TriggerName: 'tick',
    Time: new Date(1_800_000_001_000).toISOString(),
    Message: '',
  })
  timers.stop()
})

test('a slow run does not hold up the next, but a third waits for neither', async () => {
  const { host, runs } = slowHost()
  const timers = createTimers(host, { isEnabled: true, now: Date.now })
  timers.schedule(everySecond)
  await jest.advanceTimersByTimeAsync(5000)
  expect(runs).toHaveLength(2)
  runs[0]?.end()
  await jest.advanceTimersByTimeAsync(1000)
  expect(runs).toHaveLength(3)
  timers.stop()
})

test('switched off, nothing fires by itself', async () => {
  const { host, runs } = slowHost()
  const timers = createTimers(host, { isEnabled: false, now: Date.now })
  timers.schedule(everySecond)
  await jest.advanceTimersByTimeAsync(5000)
  expect(runs).toHaveLength(0)
  expect(timers.fire('sweep')).toBeDefined()
})

test('stop, and a new schedule, end the old one', async () => {
  const { host, runs } = slowHost()
  const timers = createTimers(host, { isEnabled: true, now: Date.now })
  timers.schedule(everySecond)
  timers.schedule(new Map())
  await jest.advanceTimersByTimeAsync(5000)
  expect(runs).toHaveLength(0)
})

test('a trigger that is months away waits in steps setTimeout can count', async () => {
  const { host, runs } = slowHost()
  const timers = createTimers(host, { isEnabled: true, now: Date.now })
  const due = Date.now() + 60 * 86_400_000
  const cron = { expression: '', next: (after: number) => (after < due ? due : undefined) }
  timers.schedule(new Map([['sweep', { name: 'rare', cron }]]))
  await jest.advanceTimersByTimeAsync(60 * 86_400_000 - 1)
  expect(runs).toHaveLength(0)
  await jest.advanceTimersByTimeAsync(1)
  expect(runs).toHaveLength(1)
})

describe('a run that ends in an error', () => {
  const once = new Map([
    [
      'sweep',
      { name: 'once', cron: { expression: '', next: (after: number) => (after < due ? due : undefined) } },
    ],
  ])
  const due = 1_800_000_001_000

  /** Runs fail so often, one after the other. */
  function failing(failures: number) {
    const at: number[] = []
    const host: Host = {
      has: () => true,
      invoke: async () => {
        at.push(Date.now() - due)
        if (at.length <= failures) throw new Error('boom')
        return 'null'
      },
      callerOf: () => undefined,
      reload: () => {},
      close: async () => {},
    }
    const timers = createTimers(host, { isEnabled: true, now: Date.now })
    timers.schedule(once)
    return { timers, at }
  }

  test('is made again twice, a minute apart, and no more', async () => {
    const { timers, at } = failing(9)
    await jest.advanceTimersByTimeAsync(600_000)
    expect(at).toEqual([0, 60_000, 120_000])
    timers.stop()
  })

  test('is made again until it ends well', async () => {
    const { timers, at } = failing(1)
    await jest.advanceTimersByTimeAsync(600_000)
    expect(at).toEqual([0, 60_000])
    timers.stop()
  })

  test('is not made again after the world has ended', async () => {
    const { timers, at } = failing(9)
    await jest.advanceTimersByTimeAsync(2000)
    timers.stop()
    await jest.advanceTimersByTimeAsync(600_000)
    expect(at).toEqual([0])
  })
})
