import { stepsOf } from './steps'

const shown = (...args: Parameters<typeof stepsOf>) =>
  stepsOf(...args).map(({ key, status }) => `${key} ${status}`)

test('a fresh ticket: submitted, now go', () => {
  const history = [{ state: 'created', at: 1 } as const, { state: 'ready', at: 2 } as const]
  expect(shown('ready', history)).toEqual(['submit done', 'handoff current', 'check todo', 'result todo'])
})

test('being checked', () => {
  const history = [{ state: 'created', at: 1 } as const, { state: 'processing', at: 2 } as const]
  expect(shown('processing', history)).toEqual([
    'submit done',
    'handoff done',
    'check current',
    'result todo',
  ])
})

test('verified, also when the notice overtook the user', () => {
  const history = [{ state: 'created', at: 1 } as const, { state: 'verified', at: 3 } as const]
  expect(shown('verified', history)).toEqual(['submit done', 'handoff done', 'check done', 'result done'])
})

test('rejected after the check', () => {
  const history = [
    { state: 'created', at: 1 } as const,
    { state: 'processing', at: 2 } as const,
    { state: 'rejected', at: 3 } as const,
  ]
  expect(shown('rejected', history)).toEqual(['submit done', 'handoff done', 'check done', 'result failed'])
})

test('expired before it began', () => {
  const history = [
    { state: 'created', at: 1 } as const,
    { state: 'ready', at: 2 } as const,
    { state: 'expired', at: 9 } as const,
  ]
  expect(stepsOf('expired', history)).toEqual([
    { key: 'submit', status: 'done', at: 1 },
    { key: 'handoff', status: 'todo', at: null },
    { key: 'check', status: 'todo', at: null },
    { key: 'result', status: 'failed', at: 9 },
  ])
})

test('every step says when it was done', () => {
  const history = [
    { state: 'created', at: 1 } as const,
    { state: 'ready', at: 2 } as const,
    { state: 'processing', at: 3 } as const,
    { state: 'verified', at: 4 } as const,
  ]
  expect(stepsOf('verified', history).map(({ at }) => at)).toEqual([1, 3, 4, 4])
  expect(stepsOf('processing', history.slice(0, 3)).map(({ at }) => at)).toEqual([1, 3, null, null])
  const revoked = [...history, { state: 'revoked', at: 5 } as const]
  expect(stepsOf('revoked', revoked)).toEqual([
    { key: 'submit', status: 'done', at: 1 },
    { key: 'handoff', status: 'done', at: 3 },
    { key: 'check', status: 'done', at: 4 },
    { key: 'result', status: 'failed', at: 5 },
  ])
  expect(stepsOf('created', []).map(({ at }) => at)).toEqual([null, null, null, null])
})
