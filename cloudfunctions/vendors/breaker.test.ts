import { createBreaker } from './breaker'

function bench() {
  let now = 0
  const breaker = createBreaker(() => now)
  const fail = (times: number) => {
    for (let time = 0; time < times; time++) if (breaker.allows()) breaker.record(true)
  }
  return { breaker, fail, pass: (ms: number) => (now += ms) }
}

test('ten failures in a row close the way for ten seconds, then one may try', () => {
  const { breaker, fail, pass } = bench()
  fail(9)
  expect(breaker.allows()).toBe(true)
  breaker.record(true)
  expect(breaker.allows()).toBe(false)
  pass(9_999)
  expect(breaker.allows()).toBe(false)
  pass(1)
  expect(breaker.allows()).toBe(true)
  expect(breaker.allows()).toBe(false)
  breaker.record(true)
  expect(breaker.allows()).toBe(false)
  pass(10_000)
  expect(breaker.allows()).toBe(true)
  breaker.record(false)
  expect(breaker.allows()).toBe(true)
})

test('an answer in between begins the count anew', () => {
  const { breaker, fail } = bench()
  fail(9)
  breaker.record(false)
  fail(9)
  expect(breaker.allows()).toBe(true)
})

test('a vendor that asks for quiet gets it', () => {
  const { breaker, pass } = bench()
  breaker.record(true, 3000)
  expect(breaker.allows()).toBe(false)
  pass(3000)
  expect(breaker.allows()).toBe(true)
})
