import { createTally } from './tally'

/** As many as one instance remembers. */
const most = 20_000

test('a counter is the same each time, and nobody else’s', () => {
  const tally = createTally()
  expect(tally.of('a', 10, 0)).toEqual({ count: 0, closedUntil: 0, known: false, until: 10 })
  tally.of('a', 10, 0).count += 1
  expect([tally.of('a', 20, 0).count, tally.of('b', 10, 0).count]).toEqual([1, 0])
})

const countsOf = (until: (index: number) => number, now: number) => {
  const tally = createTally()
  for (let index = 0; index < most; index++) tally.of(`id-${index}`, until(index), 0).count += 1
  // Full: the next makes room.
  tally.of('next', 10, now)
  return (index: number) => tally.of(`id-${index}`, 10, now).count
}

test('where there is no more room, what is over goes, and nothing else', () => {
  const countOf = countsOf(index => (index % 2 === 0 ? 5 : 6), 5)
  expect([0, 1, most - 2, most - 1].map(countOf)).toEqual([0, 1, 0, 1])
})

test('where nothing is over, the older half goes', () => {
  const countOf = countsOf(() => 10, 9)
  expect([most / 2, most - 1].map(countOf)).toEqual([1, 1])
  expect([0, most / 2 - 1].map(countOf)).toEqual([0, 0])
})

test('until it is full nothing goes, whatever is over', () => {
  const tally = createTally()
  for (let index = 0; index < most; index++) tally.of(`id-${index}`, 1, 2).count += 1
  expect(tally.of('id-0', 1, 2).count).toBe(1)
})

test('one that is over makes room enough', () => {
  const countOf = countsOf(index => (index === 7 ? 1 : 10), 2)
  expect([0, 7, most - 1].map(countOf)).toEqual([1, 0, 1])
})
