import { createMemoryStore } from '../../test/support/memory-store'
import { createVirtualTime } from '../../test/support/virtual-time'
import { createTroubleBook } from '../platform/cloudTroubleBook'
import { createOwnBook } from '../platform/troubleBook'
import { createBreaker } from './breaker'

/** One instance alone. `pass` moves both clocks, `jump` only the time of day. */
function bench() {
  let time = 0
  let ofDay = 1_700_000_000_000
  const breaker = createBreaker({
    book: createOwnBook(),
    clock: () => ofDay + time,
    stopwatch: () => time,
  })
  const fail = async (times: number, tookMs = 0) => {
    for (let each = 0; each < times; each++) if (await breaker.allows()) await breaker.failed(tookMs)
  }
  return {
    breaker,
    fail,
    pass: (ms: number) => {
      time += ms
    },
    jump: (ms: number) => {
      ofDay += ms
    },
  }
}

test('ten failures in a row close the way for ten seconds, then one may try', async () => {
  const { breaker, fail, pass } = bench()
  await fail(9)
  expect(await breaker.allows()).toBe(true)
  await breaker.failed(0)
  expect(await breaker.allows()).toBe(false)
  pass(9_999)
  expect(await breaker.allows()).toBe(false)
  pass(1)
  expect(await breaker.allows()).toBe(true)
  expect(await breaker.allows()).toBe(false)
  await breaker.failed(0)
  expect(await breaker.allows()).toBe(false)
  pass(10_000)
  expect(await breaker.allows()).toBe(true)
  await breaker.answered()
  expect([await breaker.allows(), await breaker.allows()]).toEqual([true, true])
})

test('what holds us for two seconds counts double, and nothing shorter', async () => {
  const [brief, long] = [bench(), bench()]
  await brief.fail(5, 1999)
  await long.fail(5, 2000)
  expect([await brief.breaker.allows(), await long.breaker.allows()]).toEqual([true, false])
})

/** Instances that read one book; the clock of each may be so many ms off. */
function together() {
  let time = 0
  let ofDay = 1_700_000_000_000
  const book = createOwnBook()
  const instance = (offMs = 0) =>
    createBreaker({ book, clock: () => ofDay + offMs + time, stopwatch: () => time })
  const fail = async (breaker: ReturnType<typeof instance>, times: number) => {
    for (let each = 0; each < times; each++) await breaker.failed(0)
  }
  return {
    instance,
    fail,
    pass: (ms: number) => (time += ms),
    /** Only the time of day. */
    jump: (ms: number) => (ofDay += ms),
  }
}

test('failures of another instance count for a minute', async () => {
  const { instance, fail, pass } = together()
  await fail(instance(), 9)
  pass(59_000)
  await instance().failed(0)
  expect(await instance().allows()).toBe(false)
  const other = together()
  await other.fail(other.instance(), 9)
  other.pass(60_001)
  await other.instance().failed(0)
  expect(await other.instance().allows()).toBe(true)
})

test('ten minutes after the quiet all of it is forgotten: nobody has to try first', async () => {
  const { instance, fail, pass } = together()
  await fail(instance(), 10)
  pass(10_000 + 600_001)
  expect([await instance().allows(), await instance().allows()]).toEqual([true, true])
})

test('a try that is answered does not end a quiet that another was asked for meanwhile', async () => {
  const { instance, fail, pass } = together()
  const trying = instance()
  await fail(trying, 10)
  pass(10_000)
  expect(await trying.allows()).toBe(true)
  await instance().failed(0, 60_000)
  await trying.answered()
  expect(await instance().allows()).toBe(false)
})

test('of several wishes at once the longest holds, and failures do not shorten it', async () => {
  const { instance, fail, pass } = together()
  const told = instance()
  await Promise.all([told.failed(0, 1000), told.failed(0, 60_000), told.failed(0, 1000)])
  await fail(instance(), 10)
  pass(20_000)
  expect(await instance().allows()).toBe(false)
})

test('what an instance whose clock is an hour ahead has written stops nobody', async () => {
  const { instance, fail } = together()
  await fail(instance(3_600_000), 10)
  expect(await instance().allows()).toBe(true)
})

test('of those that have waited and looked at the same time only one tries, and its answer opens for all', async () => {
  const { instance, fail, pass } = together()
  const waiting = [instance(), instance(), instance()]
  await fail(instance(), 10)
  await Promise.all(waiting.map(each => each.allows()))
  pass(10_000)
  const allowed = await Promise.all(waiting.map(each => each.allows()))
  expect(allowed.filter(Boolean)).toHaveLength(1)
  const others = waiting.filter((_each, index) => !allowed[index])
  // A call of theirs from before opens nothing.
  for (const other of others) await other.answered()
  expect(await Promise.all(others.map(each => each.allows()))).toEqual([false, false])
  await waiting[allowed.indexOf(true)]?.answered()
  pass(10_000)
  expect(await Promise.all(waiting.map(each => each.allows()))).toEqual([true, true, true])
})

test('while one tries the others look every second what has become of it, and none of them tries beside it', async () => {
  const { instance, fail, pass } = together()
  const [trying, second, third] = [instance(), instance(), instance()]
  await fail(instance(), 10)
  expect(await second.allows()).toBe(false)
  expect(second.restMs()).toBe(10_000)
  pass(10_000)
  expect([await trying.allows(), await second.allows(), await third.allows()]).toEqual([true, false, false])
  expect([second.restMs(), third.restMs()]).toEqual([1000, 1000])
  pass(1000)
  expect([await second.allows(), await third.allows()]).toEqual([false, false])
  await trying.answered()
  pass(999)
  expect(await second.allows()).toBe(false)
  pass(1)
  expect([await second.allows(), await third.allows()]).toEqual([true, true])
})

test('a try that fails closes the way for ten seconds to those that look every second, too', async () => {
  const { instance, fail, pass } = together()
  const [trying, second] = [instance(), instance()]
  await fail(trying, 10)
  pass(10_000)
  expect([await trying.allows(), await second.allows()]).toEqual([true, false])
  await trying.failed(0)
  pass(1000)
  expect([await second.allows(), second.restMs()]).toEqual([false, 9000])
})

test('who tries and is never heard of again holds up nobody for more than ten seconds', async () => {
  const { instance, fail, pass } = together()
  const [dying, second] = [instance(), instance()]
  await fail(dying, 10)
  pass(10_000)
  expect([await dying.allows(), await second.allows()]).toEqual([true, false])
  pass(9999)
  expect(await second.allows()).toBe(false)
  pass(1)
  pass(1000)
  expect(await second.allows()).toBe(true)
})

test('nor does it when the time of day is put back again and again while the others look every second', async () => {
  const { instance, fail, pass, jump } = together()
  const [dying, second] = [instance(), instance()]
  await fail(dying, 10)
  pass(10_000)
  expect([await dying.allows(), await second.allows()]).toEqual([true, false])
  let looks = 0
  for (; looks < 60 && !(await second.allows()); looks++) {
    pass(1000)
    jump(-500)
  }
  expect(looks).toBe(10)
})

test('a try that is answered opens at once, though a call from before has failed meanwhile', async () => {
  const { instance, fail, pass } = together()
  const trying = instance()
  await fail(trying, 10)
  pass(10_000)
  expect(await trying.allows()).toBe(true)
  await trying.failed(0)
  await trying.answered()
  expect([await trying.allows(), await instance().allows()]).toEqual([true, true])
})

test('a try that cannot be written down is made all the same', async () => {
  const closed = { weight: 10, notBefore: 0, pause: 10_000, until: 1_700_000_600_000, trying: false }
  for (const change of [
    async () => {
      throw new Error('database')
    },
    async () => ({ now: null, changed: false }),
  ]) {
    const breaker = createBreaker({
      book: { read: async () => closed, change },
      clock: () => 1_700_000_000_000,
      stopwatch: () => 0,
    })
    expect(await breaker.allows()).toBe(true)
  }
})

test('who has failed goes on looking what the others know, and who has not looks once', async () => {
  let time = 0
  let looks = 0
  const own = createOwnBook()
  const book = { ...own, read: () => own.read().finally(() => (looks += 1)) }
  const breaker = createBreaker({ book, clock: () => 1_700_000_000_000 + time, stopwatch: () => time })
  for (let call = 0; call < 3; call++) await breaker.allows()
  expect(looks).toBe(1)
  await breaker.failed(0)
  time = 60_001
  for (let call = 0; call < 3; call++) await breaker.allows()
  expect(looks).toBe(4)
  await breaker.answered()
  for (let call = 0; call < 3; call++) await breaker.allows()
  expect(looks).toBe(4)
})

test('a failure keeps those before it in mind for another minute, and closes nothing by itself', async () => {
  const { instance, fail, pass } = together()
  await fail(instance(), 8)
  pass(50_000)
  await instance().failed(0)
  expect(await instance().allows()).toBe(true)
  pass(50_000)
  await instance().failed(0)
  expect(await instance().allows()).toBe(false)
})

test('what counts until now does not count any more', async () => {
  const { instance, fail, pass } = together()
  await fail(instance(), 9)
  pass(60_000)
  await instance().failed(0)
  expect(await instance().allows()).toBe(true)
})

test('five that have held us do the same', async () => {
  const { breaker, fail } = bench()
  await fail(4, 5000)
  expect(await breaker.allows()).toBe(true)
  await breaker.failed(5000)
  expect(await breaker.allows()).toBe(false)
})

test('an answer in between begins the count anew', async () => {
  const { breaker, fail } = bench()
  await fail(9)
  await breaker.answered()
  await fail(9)
  expect(await breaker.allows()).toBe(true)
})

test('a vendor that asks for quiet gets it, also when another call is answered meanwhile', async () => {
  const { breaker, pass } = bench()
  await breaker.failed(0, 3000)
  await breaker.answered()
  expect(await breaker.allows()).toBe(false)
  pass(3000)
  expect(await breaker.allows()).toBe(true)
})

test.each([
  ['an hour ahead', 3600_000],
  ['an hour back', -3600_000],
  ['five seconds back', -5000],
])('a time of day that jumps %s neither opens nor keeps it', async (_what, ms) => {
  const { breaker, fail, pass, jump } = bench()
  await fail(10)
  jump(ms)
  expect(await breaker.allows()).toBe(false)
  pass(9_999)
  expect(await breaker.allows()).toBe(false)
  pass(1)
  expect(await breaker.allows()).toBe(true)
})

test('what failed a minute ago is forgotten', async () => {
  const { breaker, pass } = bench()
  const other = bench()
  for (const each of [breaker, other.breaker]) await each.failed(0)
  pass(60_001)
  expect(await breaker.allows()).toBe(true)
})

/** Instances over one store, each serving one call after the other, at a vendor that hangs for so many ms. */
async function manyAtOneThatHangs(
  instances: number,
  { forMs, hangMs = 5000 }: { forMs: number; hangMs?: number },
) {
  const store = createMemoryStore()
  const time = createVirtualTime(1_700_000_000_000)
  const since = time.now()
  let reads = 0
  const counted = {
    ...store,
    get: (async (...given: Parameters<typeof store.get>) => {
      reads += 1
      return store.get(...given)
    }) as typeof store.get,
  }
  let calls = 0
  let hung = 0
  let lastBegun = 0
  const book = () => createTroubleBook(counted, 'ess')
  const serve = async () => {
    const breaker = createBreaker({ book: book(), clock: time.now, stopwatch: time.now })
    while (time.now() - since < forMs) {
      if (await breaker.allows()) {
        calls += 1
        lastBegun = time.now() - since
        await time.wait(hangMs)
        hung += hangMs
        await breaker.failed(hangMs)
      } else await time.wait(500)
    }
  }
  await time.run(() => Promise.all(Array.from({ length: instances }, serve)))
  return { calls, hung, lastBegun, reads }
}

test('eight instances pay for a vendor that hangs together: no call begins after the first five seconds', async () => {
  const first = await manyAtOneThatHangs(8, { forMs: 14_000 })
  // Those that write down their failure before it is too much may have begun another one.
  expect(first.calls).toBeLessThanOrEqual(12)
  expect(first.lastBegun).toBeLessThanOrEqual(5000)
  // Afterwards one of them tries every ten seconds or so, for all.
  const minute = await manyAtOneThatHangs(8, { forMs: 60_000 })
  expect(minute.calls - first.calls).toBeLessThanOrEqual(4)
})

test('one instance alone waits five times', async () => {
  expect(await manyAtOneThatHangs(1, { forMs: 34_000 })).toMatchObject({ calls: 5 })
})

test('who comes later reads it before it asks, and asks as soon as it is over', async () => {
  const store = createMemoryStore()
  let now = 1_700_000_000_000
  const instance = () =>
    createBreaker({ book: createTroubleBook(store, 'ess'), clock: () => now, stopwatch: () => now })
  const [first, second, third] = [instance(), instance(), instance()]
  for (let each = 0; each < 5; each++) if (await first.allows()) await first.failed(5000)
  expect([await second.allows(), await third.allows()]).toEqual([false, false])
  now += 10_000
  expect([await second.allows(), await third.allows(), await first.allows()]).toEqual([true, false, false])
  await second.answered()
  now += 10_000
  expect([await first.allows(), await third.allows()]).toEqual([true, true])
})

test('a wish for quiet that one instance was told holds for all', async () => {
  const store = createMemoryStore()
  let now = 1_700_000_000_000
  const instance = () =>
    createBreaker({ book: createTroubleBook(store, 'ess'), clock: () => now, stopwatch: () => now })
  await instance().failed(10, 120_000)
  now += 119_999
  expect(await instance().allows()).toBe(false)
  now += 1
  expect(await instance().allows()).toBe(true)
})

test('as long as all is well it costs one look in the life of an instance, and nothing is written', async () => {
  const store = createMemoryStore()
  let looks = 0
  const get = (async (...given: Parameters<typeof store.get>) => {
    looks += 1
    return store.get(...given)
  }) as typeof store.get
  const book = createTroubleBook({ ...store, get }, 'ess')
  const breaker = createBreaker({ book, clock: Date.now, stopwatch: Date.now })
  for (let call = 0; call < 100; call++) {
    await breaker.allows()
    await breaker.answered()
  }
  expect([looks, store.all('counters')]).toEqual([1, []])
})

test('a database that fails stops nobody', async () => {
  const fails = async () => {
    throw new Error('database')
  }
  const breaker = createBreaker({
    book: { read: fails, change: fails },
    clock: Date.now,
    stopwatch: () => 0,
  })
  for (let call = 0; call < 10; call++) {
    expect(await breaker.allows()).toBe(true)
    await breaker.failed(0)
  }
  expect(await breaker.allows()).toBe(false)
})
