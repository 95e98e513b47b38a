import { createMemoryStore, type MemoryStore } from '../../test/support/memory-store'
import { createPace, type PaceOptions } from './cloudPace'

const action = 'CreateTasks'

let store: MemoryStore
/** When each call was let through, ms. */
let calls: number[]
let refused: number

beforeEach(() => {
  jest.useFakeTimers({ now: 1_700_000_000_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
  store = createMemoryStore()
  calls = []
  refused = 0
})
afterEach(() => {
  jest.useRealTimers()
})

/** One function instance: its own pace over the database that all share. */
const instance = (options: Partial<PaceOptions> = {}) =>
  createPace({ store, clock: Date.now, perSecond: 19, patienceMs: 5000, ...options })

async function call(pace: ReturnType<typeof instance>, name = action): Promise<boolean> {
  const mayGo = await pace(name)
  if (mayGo) calls.push(Date.now())
  else refused += 1
  return mayGo
}

const at = (moments: readonly number[]) => moments.map(moment => moment - 1_700_000_000_000)

/** The most calls within any second. */
function busiestSecond(): number {
  const sorted = [...calls].sort((a, b) => a - b)
  return Math.max(...sorted.map(start => sorted.filter(each => each >= start && each < start + 1000).length))
}

test('calls that come one by one are not held up', async () => {
  const pace = instance()
  for (let index = 0; index < 5; index++) {
    await call(pace)
    await jest.advanceTimersByTimeAsync(100)
  }
  expect(at(calls)).toEqual([0, 100, 200, 300, 400])
})

test.each([1, 2, 5])('%s instances at once: never more in any second than allowed', async count => {
  const instances = Array.from({ length: count }, () => instance({ patienceMs: 60_000 }))
  const all = Promise.all(
    Array.from({ length: 190 }, (_, index) => call(instances[index % count] ?? instance())),
  )
  await jest.advanceTimersByTimeAsync(11_000)
  await all
  expect(calls).toHaveLength(190)
  expect(busiestSecond()).toBe(19)
  // And no slower than it must be.
  expect(Math.max(...at(calls))).toBeLessThan(10_200)
})

test('instances that never rest get their turn alike', async () => {
  const end = Date.now() + 20_000
  const counts = [0, 0, 0, 0]
  const work = async (index: number, pace: ReturnType<typeof instance>) => {
    while (Date.now() < end) if (await call(pace)) counts[index] = (counts[index] ?? 0) + 1
  }
  const all = counts.flatMap((_, index) => {
    const pace = instance()
    return Array.from({ length: 8 }, () => work(index, pace))
  })
  await jest.advanceTimersByTimeAsync(30_000)
  await Promise.all(all)
  expect(refused).toBe(0)
  expect(busiestSecond()).toBe(19)
  for (const each of counts) expect(each).toBeGreaterThan((20 * 19) / 4 / 2)
})

test('an instance that comes to a long queue waits no longer than the queue', async () => {
  const crowd = instance()
  for (let index = 0; index < 38; index++) void call(crowd)
  await jest.advanceTimersByTimeAsync(1)
  const late = call(instance()).then(() => Date.now())
  await jest.advanceTimersByTimeAsync(3000)
  expect(at([await late])[0]).toBeLessThanOrEqual(2000)
})

test('who would wait longer than its patience is told at once, alone or in company', async () => {
  const pace = instance({ perSecond: 10, patienceMs: 1000 })
  const answered: number[] = []
  const all = Promise.all(
    Array.from({ length: 30 }, () => call(pace).then(mayGo => mayGo || answered.push(Date.now()))),
  )
  await jest.advanceTimersByTimeAsync(0)
  expect(at(answered)).toEqual(Array.from({ length: 19 }, () => 0))
  await jest.advanceTimersByTimeAsync(5000)
  await all
  expect(at(calls)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
})

test('a place nobody could wait for is not lost', async () => {
  const pace = instance({ perSecond: 10, patienceMs: 1000 })
  const all = Promise.all(Array.from({ length: 30 }, () => call(pace)))
  await jest.advanceTimersByTimeAsync(1050)
  await all
  const next = call(pace)
  await jest.advanceTimersByTimeAsync(1000)
  await next
  expect(at(calls).at(-1)).toBe(1100)
})

test('who is woken too late for its place takes another one', async () => {
  let overslept = 200
  const sleep = async (ms: number) => {
    await new Promise(resolve => setTimeout(resolve, ms + overslept))
    overslept = 0
  }
  const others = instance({ perSecond: 10 })
  await call(others)
  const late = call(instance({ perSecond: 10, sleep }))
  await jest.advanceTimersByTimeAsync(10)
  const all = Promise.all([late, call(others), call(others)])
  await jest.advanceTimersByTimeAsync(1000)
  await all
  expect(at(calls)).toEqual([0, 200, 300, 400])
})

test('on a crowded machine, where timers run late, nine tenths of what the vendor takes are used, and never more', async () => {
  let seed = 7
  /** 0 to 60 ms, mostly 20 to 40. */
  const lateness = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    const [a, b] = [seed % 31, Math.floor(seed / 31) % 31]
    return a + b
  }
  const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms + lateness()))
  const end = Date.now() + 20_000
  const work = async (pace: ReturnType<typeof instance>) => {
    while (Date.now() < end) await call(pace)
  }
  const all = [1, 2, 3].flatMap(() => {
    const pace = instance({ perSecond: 18.8, sleep })
    return Array.from({ length: 12 }, () => work(pace))
  })
  await jest.advanceTimersByTimeAsync(30_000)
  await Promise.all(all)
  const steady = calls.filter(moment => moment > end - 15_000 && moment <= end)
  expect(steady.length).toBeGreaterThanOrEqual(0.9 * 20 * 15)
  expect(busiestSecond()).toBeLessThanOrEqual(20)
})

test('a slow database holds a call up for as long as it takes, and no longer', async () => {
  const distant: PaceOptions['store'] = {
    ...store,
    get: async (name, id) => {
      await new Promise(resolve => setTimeout(resolve, 60))
      return store.get(name, id)
    },
  }
  const pace = instance({ store: distant })
  for (let index = 0; index < 3; index++) {
    void call(pace)
    await jest.advanceTimersByTimeAsync(1000)
  }
  expect(at(calls)).toEqual([120, 1060, 2060])
})

test('a database that stands still for a while lets nobody go in a crowd afterwards', async () => {
  let delay = 10
  const distant: PaceOptions['store'] = {
    ...store,
    get: async (name, id) => {
      await new Promise(resolve => setTimeout(resolve, delay))
      return store.get(name, id)
    },
  }
  const end = Date.now() + 10_000
  const work = async (pace: ReturnType<typeof instance>) => {
    while (Date.now() < end) await call(pace)
  }
  const pace = instance({ store: distant })
  const all = Array.from({ length: 40 }, () => work(pace))
  await jest.advanceTimersByTimeAsync(3000)
  delay = 1500
  await jest.advanceTimersByTimeAsync(2500)
  delay = 10
  await jest.advanceTimersByTimeAsync(20_000)
  await Promise.all(all)
  expect(busiestSecond()).toBeLessThanOrEqual(20)
  // It goes on at full pace afterwards.
  expect(calls.filter(moment => moment > end - 3000).length).toBeGreaterThan(3 * 18)
})

test('every action has its own row of places', async () => {
  const pace = instance({ perSecond: 1 })
  await Promise.all([call(pace, 'a'), call(pace, 'b'), call(pace, 'c')])
  expect(at(calls)).toEqual([0, 0, 0])
})

test.each(['get', 'insert', 'replace'] as const)(
  'when the database fails at %s nobody goes',
  async method => {
    const failing = { ...store, [method]: () => Promise.reject(new Error('no database')) }
    if (method === 'replace') await call(instance())
    expect(await call(instance({ store: failing }))).toBe(false)
  },
)

test('after a failure of the database it goes on', async () => {
  let fails = true
  const pace = instance({
    store: { ...store, get: (name, id) => (fails ? Promise.reject(new Error()) : store.get(name, id)) },
  })
  expect(await call(pace)).toBe(false)
  fails = false
  expect(await call(pace)).toBe(true)
})

test('who always comes second gives up in the end', async () => {
  await call(instance())
  const result = call(instance({ store: { ...store, replace: async () => false } }))
  await jest.advanceTimersByTimeAsync(10_000)
  expect(await result).toBe(false)
})

test('a clock that was an hour ahead does not hold up those whose clock is right', async () => {
  const ahead = instance({ clock: () => Date.now() + 3600_000 })
  await call(ahead)
  calls = []
  const all = Promise.all(Array.from({ length: 19 }, () => call(instance())))
  await jest.advanceTimersByTimeAsync(2000)
  await all
  expect([calls.length, refused]).toEqual([19, 0])
})

describe('at the edge', () => {
  const now = 1_700_000_000_000
  const place = async (value: number) => {
    store = createMemoryStore()
    await store.insert('counters', Object({ _id: `pace:${action}`, version: 1, value }))
    const mayGo = instance()(action)
    await jest.advanceTimersByTimeAsync(6000)
    return mayGo
  }

  test('a place that a clock far ahead has left holds nobody up; one that is only far is not taken', async () => {
    expect(await place(now + 70_000)).toBe(false)
    expect(await place(Date.now() + 70_001)).toBe(true)
  })

  test('nothing is written of places that are too far away', async () => {
    await store.insert('counters', Object({ _id: `pace:${action}`, version: 1, value: now + 5001 }))
    expect(await instance()(action)).toBe(false)
    expect(store.all('counters')).toMatchObject([{ version: 1 }])
  })

  test.each([
    [25, 1],
    [26, 2],
  ])('who wakes %i ms late takes %i places', async (overslept, places) => {
    let late = overslept
    const sleep = async (ms: number) => {
      await new Promise(resolve => setTimeout(resolve, ms + late))
      late = 0
    }
    await store.insert('counters', Object({ _id: `pace:${action}`, version: 1, value: now + 100 }))
    const mayGo = instance({ sleep, perSecond: 10 })(action)
    await jest.advanceTimersByTimeAsync(1000)
    expect(await mayGo).toBe(true)
    expect(store.all('counters')).toMatchObject([{ version: 1 + places }])
  })

  test('who is always late gives up when its patience is over', async () => {
    const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms + 400))
    await store.insert('counters', Object({ _id: `pace:${action}`, version: 1, value: now + 500 }))
    const others = setInterval(() => {
      const [row] = store.all('counters')
      if (row) store.replace('counters', row._id, row.version, { value: Date.now() + 500 } as never)
    }, 100)
    const mayGo = instance({ sleep, patienceMs: 1000 })(action)
    await jest.advanceTimersByTimeAsync(6000)
    clearInterval(others)
    expect(await mayGo).toBe(false)
  })

  test.each([
    [900, true],
    [901, false],
  ])(
    'who wakes %i ms late for the first place tries once more while its patience lasts: %s',
    async (overslept, mayGo) => {
      let late = overslept
      const sleep = async (ms: number) => {
        await new Promise(resolve => setTimeout(resolve, ms + late))
        late = 0
      }
      await store.insert('counters', Object({ _id: `pace:${action}`, version: 1, value: now + 100 }))
      const asked = instance({ sleep, patienceMs: 1000 })(action)
      await jest.advanceTimersByTimeAsync(2000)
      expect(await asked).toBe(mayGo)
    },
  )

  test.each([
    [27, [100, 40, 73]],
    [28, [100, 40, 72 - 15.2]],
  ])('timers that ran 60 and %i ms late are late by habit beyond 15: slept are %j', async (second, slept) => {
    const lateness = [60, second, 0]
    const sleeps: number[] = []
    const sleep = (ms: number) => {
      sleeps.push(ms)
      return new Promise<void>(resolve => setTimeout(resolve, ms + (lateness.shift() ?? 0)))
    }
    await call(instance({ perSecond: 10 }))
    void call(instance({ perSecond: 10, sleep }))
    await jest.advanceTimersByTimeAsync(1000)
    expect(sleeps.map(ms => Math.round(ms * 100) / 100)).toEqual(slept)
  })

  /** A database that takes so long for each question. */
  function slow(ms: number): PaceOptions['store'] {
    const later =
      <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        await new Promise(resolve => setTimeout(resolve, ms))
        return call(...given)
      }
    const { get, insert, replace } = store
    return { get: later(get), insert: later(insert), replace: later(replace) } as PaceOptions['store']
  }
  const standsAt = async (value: number) => {
    const [row] = store.all('counters').filter(({ _id }) => _id === `pace:${action}`)
    if (row) await store.replace('counters', row._id, row.version, { value })
    else await store.insert('counters', { _id: `pace:${action}`, version: 1, value })
  }

  test('who passes over the place of a clock far ahead leaves the database its time', async () => {
    const pace = instance({ store: slow(20) })
    void call(pace, 'another action')
    await jest.advanceTimersByTimeAsync(1000)
    await standsAt(Date.now() + 3600_000)
    void call(pace)
    await jest.advanceTimersByTimeAsync(1000)
    expect(at(calls)).toEqual([80, 1040])
  })

  test('how far the database is away is not learned from a question that wrote nothing', async () => {
    const pace = instance({ store: slow(40) })
    void call(pace)
    await jest.advanceTimersByTimeAsync(1000)
    await standsAt(Date.now() + 6000)
    void call(pace)
    await jest.advanceTimersByTimeAsync(1000)
    expect(refused).toBe(1)
    await standsAt(0)
    void call(pace)
    await jest.advanceTimersByTimeAsync(1000)
    expect(at(calls).slice(-1)).toEqual([2080])
  })

  test('who was not first rests up to 20 ms, by chance, before the next try', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5)
    const slept: number[] = []
    let losses = 1
    const replace: typeof store.replace = async (...given) => {
      losses -= 1
      return losses < 0 && store.replace(...given)
    }
    await store.insert('counters', Object({ _id: `pace:${action}`, version: 1, value: 0 }))
    const sleep = async (ms: number) => {
      slept.push(ms)
    }
    expect(await instance({ store: { ...store, replace }, sleep })(action)).toBe(true)
    expect(slept).toEqual([10])
    jest.restoreAllMocks()
  })
})
