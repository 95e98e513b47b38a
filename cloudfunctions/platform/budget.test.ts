import { createBudget } from './budget'

function bench() {
  let now = 5000
  const budget = createBudget(() => now)
  const call = (ms: number) =>
    budget.spend(async () => {
      await Promise.resolve()
      now += ms
    })
  return { budget, call, pass: (ms: number) => (now += ms) }
}

test('what is waited for others is taken off, and nothing else', async () => {
  const { budget, call, pass } = bench()
  await budget.run(12_000, async () => {
    await call(5000)
    pass(60_000)
    expect(budget.left()).toBe(7000)
    await call(5500)
    expect([budget.left(), budget.hasTime()]).toEqual([1500, false])
    await call(9000)
    expect(budget.left()).toBe(0)
  })
})

test('calls that are under way together cost the time of one', async () => {
  const { budget, call } = bench()
  await budget.run(12_000, async () => {
    await Promise.all([call(1000), call(1000), call(1000)])
    expect(budget.left()).toBe(9000)
  })
})

test('what is under way counts before it has ended', async () => {
  const { budget, pass } = bench()
  await budget.run(12_000, async () => {
    const hanging = budget.spend(() => new Promise(() => {}))
    pass(11_000)
    expect([budget.left(), budget.hasTime()]).toEqual([1000, false])
    void hanging
  })
})

test('two runs of one instance have a budget each, and outside of a run there is no end', async () => {
  const { budget, call } = bench()
  const lefts = await Promise.all(
    [1000, 0].map(ms =>
      budget.run(12_000, async () => {
        if (ms > 0) await call(ms)
        return budget.left()
      }),
    ),
  )
  expect(lefts).toEqual([11_000, 12_000])
  expect([budget.left(), budget.hasTime()]).toEqual([Number.POSITIVE_INFINITY, true])
})

test('time is left when so much remains for others afterwards', async () => {
  const { budget, call } = bench()
  await budget.run(12_000, async () => {
    await call(9000)
    expect([budget.hasTime(), budget.hasTime(1000), budget.hasTime(1001)]).toEqual([true, true, false])
  })
})

test('of calls that overlap the time from the first to the last counts', async () => {
  const { budget, pass } = bench()
  const ends: (() => void)[] = []
  const open = () => budget.spend(() => new Promise<void>(resolve => ends.push(resolve)))
  await budget.run(12_000, async () => {
    const first = open()
    pass(3000)
    const second = open()
    pass(2000)
    ends[0]?.()
    await first
    expect(budget.left()).toBe(7000)
    ends[1]?.()
    await second
    expect(budget.left()).toBe(7000)
  })
})
