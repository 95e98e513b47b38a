import { createBudget, unlimited } from './budget'
import { createPatience } from './patience'

test('a call that does not end is not waited for', async () => {
  const patiently = createPatience(unlimited, 20)
  await expect(patiently(() => new Promise(() => {}))).rejects.toMatchObject({
    code: 'WECHAT_UNAVAILABLE',
    detail: 'no answer in time',
  })
  expect(await patiently(async () => 'here')).toBe('here')
  await expect(patiently(() => Promise.reject(new Error('40029')))).rejects.toThrow('40029')
})

test('once a run has waited long enough nothing is begun', async () => {
  let begun = 0
  const spent = { ...unlimited, left: () => 0, hasTime: () => false }
  const call = async () => {
    begun += 1
  }
  await expect(createPatience(spent, 20)(call)).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
  expect(begun).toBe(0)
})

test('a call is waited for no longer than the run may still wait, and its time counts', async () => {
  const budget = createBudget()
  const patiently = createPatience(budget, 60_000)
  await budget.run(2020, async () => {
    const before = performance.now()
    await expect(patiently(() => new Promise(() => {}))).rejects.toMatchObject({ code: 'WECHAT_UNAVAILABLE' })
    expect(performance.now() - before).toBeLessThan(30_000)
    expect(budget.hasTime()).toBe(false)
  })
})

test('once it has ended nothing is waited for', async () => {
  jest.useFakeTimers()
  try {
    expect(await createPatience(unlimited, 20)(async () => 'here')).toBe('here')
    expect(jest.getTimerCount()).toBe(0)
  } finally {
    jest.useRealTimers()
  }
})
