import { cellOfVerification, copyOf, count, countDuration, emptyTally, readCell } from './dayFigures'

const verified = { state: 'verified', at: 1000 } as const
const document = {
  vendor: 'esign',
  subject: 'person',
  state: 'revoked',
  reason: null,
  problem: null,
  already: false,
  createdAt: 0,
  history: [verified],
} as const

test('a cell says what is counted, and can be read again', () => {
  expect(cellOfVerification({ ...document, history: [verified] })).toBe(
    'esign|person|revoked|vendorRevoked|timed',
  )
  expect(cellOfVerification({ ...document, state: 'ready', history: [] })).toBe('esign|person|ready||')
  expect(readCell('esign|person|revoked|vendorRevoked|timed')).toEqual({
    vendor: 'esign',
    state: 'revoked',
    isOpen: false,
    failure: 'vendorRevoked',
    isTimed: true,
  })
  expect(readCell('esign|person|ready||')).toMatchObject({ isOpen: true, failure: null, isTimed: false })
})

test('what comes and goes again leaves no cell, and what is in none is not counted', () => {
  const cells = {}
  count(cells, 'a', 1)
  count(cells, 'a', 1)
  count(cells, '', 1)
  expect(cells).toEqual({ a: 2 })
  count(cells, 'a', -1)
  expect(cells).toEqual({ a: 1 })
  count(cells, 'a', -1)
  expect(cells).toEqual({})
})

test('counting goes on in a copy, and what was copied stays', () => {
  const of = () => ({ verifications: { a: 1 }, durations: { esign: { 5: 1 } }, invitations: { opened: 1 } })
  const [before, copy] = [of(), copyOf(of())]
  expect(copy).toEqual(before)
  const next = copyOf(before)
  count(next.verifications, 'a', 1)
  count(next.invitations, 'opened', 1)
  countDuration(next, { ...document, history: [verified] })
  expect(next).toEqual({
    verifications: { a: 2 },
    durations: { esign: { 5: 1, 1000: 1 } },
    invitations: { opened: 2 },
  })
  expect(before).toEqual(of())
})

test('two thousand durations of a day are kept to the millisecond, of more three digits', () => {
  const took = Array.from({ length: 2000 }, (_, index) => [`${100_001 + index}`, 1] as const)
  const tally = { ...emptyTally(), durations: { esign: Object.fromEntries(took) } }
  const add = (at: number) => countDuration(tally, { ...document, history: [{ state: 'verified', at }] })
  add(100_001)
  expect(Object.keys(tally.durations.esign)).toHaveLength(2000)
  expect(tally.durations.esign).toMatchObject({ 100001: 2, 102000: 1 })
  add(123_456)
  expect(tally.durations.esign).toEqual({ 100000: 500, 101000: 1000, 102000: 501, 123000: 1 })
})
