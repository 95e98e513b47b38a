import { finalRowStates, rowCauses, rowStates, rowTransition, rowTransitions } from './lifecycle'

test('what the vendor proves is believed of every row that was ever with it, however we had ended it', () => {
  expect(rowTransition('vendorVerified')).toEqual({
    from: ['accepted', 'ready', 'processing', 'indeterminate', 'rejected', 'canceled'],
    to: 'verified',
  })
})

test('every cause leads to one place', () => {
  expect(rowTransitions.map(({ cause }) => cause).sort()).toEqual([...rowCauses].sort())
})

test('nothing leads away from what is proven, and nothing but a proof or a person from what failed', () => {
  const awayFrom = (state: (typeof rowStates)[number]) =>
    rowTransitions.filter(({ from }) => from.includes(state)).map(({ cause }) => cause)
  expect(awayFrom('verified')).toEqual([])
  expect(awayFrom('already')).toEqual([])
  expect(awayFrom('canceled')).toEqual(['vendorVerified'])
  expect(awayFrom('rejected').sort()).toEqual(['canceled', 'edited', 'vendorVerified'])
})

test('a row that nobody knows about is not sent again by itself: only a person or the vendor moves it', () => {
  const causes = rowTransitions.filter(({ from }) => from.includes('indeterminate'))
  expect(causes.map(({ cause }) => cause).sort()).toEqual(['canceled', 'edited', 'vendorVerified'])
})

test('every state but the first can be come to, and every one that is not final can be left', () => {
  const reached = new Set(rowTransitions.map(({ to }) => to))
  expect(rowStates.filter(state => !reached.has(state))).toEqual([])
  const left = new Set(rowTransitions.flatMap(({ from }) => from))
  expect(rowStates.filter(state => !left.has(state) && !finalRowStates.includes(state))).toEqual([])
})
