import { causes, isOpen, states, transition, transitions } from './lifecycle'

const table = transitions.map(
  ({ from, cause, to, needs }) => `${from} ${cause} ${to}${needs ? ` (${needs})` : ''}`,
)

test('the table is exactly this', () => {
  expect(table).toEqual([
    'created vendorAccepted ready',
    'created vendorRefused rejected',
    'created answerLost indeterminate',
    'indeterminate vendorAccepted ready',
    'indeterminate answerFound ready',
    'indeterminate userWent processing',
    'ready userWent processing',
    'created vendorStarted processing',
    'indeterminate vendorStarted processing',
    'ready vendorStarted processing',
    'created vendorVerified verified',
    'indeterminate vendorVerified verified',
    'ready vendorVerified verified',
    'processing vendorVerified verified',
    'created vendorRejected rejected',
    'indeterminate vendorRejected rejected',
    'ready vendorRejected rejected',
    'processing vendorRejected rejected',
    'created timeUp expired',
    'indeterminate timeUp expired',
    'ready timeUp expired',
    'processing timeUp expired',
    'created userCanceled canceled',
    'indeterminate userCanceled canceled',
    'ready userCanceled canceled',
    'processing userCanceled canceled',
    'verified vendorRevoked revoked',
    'expired vendorVerified verified (attempt)',
    'rejected vendorVerified verified (attempt)',
  ])
})

test('no state and cause lead to two places', () => {
  const keys = transitions.map(({ from, cause }) => `${from} ${cause}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('every state can be reached and every cause is used', () => {
  const reached = new Set(['created', ...transitions.map(each => each.to)])
  expect([...reached].sort()).toEqual([...states].sort())
  expect(new Set(transitions.map(each => each.cause))).toEqual(new Set(causes))
})

test('a final state is never left for an open one', () => {
  const reopened = transitions.filter(({ from, to }) => !isOpen(from) && isOpen(to))
  expect(reopened).toEqual([])
})

test('a late verified needs a fact about this very attempt', () => {
  // What was seen to change after the end happened in nobody's attempt; whose the account is does not matter then.
  for (const state of ['expired', 'rejected'] as const) {
    for (const weaker of ['observed', 'owned', 'account'] as const)
      expect(transition(state, 'vendorVerified', weaker)).toBeNull()
  }
  expect(transition('expired', 'vendorVerified', 'attempt')).toBe('verified')
})

test('what the table does not know does not happen', () => {
  expect(transition('canceled', 'vendorVerified', 'attempt')).toBeNull()
  expect(transition('verified', 'userCanceled', null)).toBeNull()
})
