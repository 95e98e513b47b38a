import { ActionFailureError } from '../../../cloud/call'
import type { VerificationView } from '../../../cloud/types'
import { isMissing, noAnswers, withFailure, withView } from './answers'

jest.mock('@tarojs/taro', () => ({}))

const view = (part: Partial<VerificationView>): VerificationView => ({
  id: 'v_0123456789abcdef0123456789abcdef',
  vendor: 'qiyuesuo',
  subject: 'person',
  purpose: 'general',
  state: 'ready',
  phase: 'act',
  nextStep: 'open',
  canRetry: true,
  canCancel: true,
  reviewing: false,
  assurance: null,
  problem: null,
  already: false,
  reason: null,
  mode: 'any',
  maskedName: null,
  maskedContact: '138****0000',
  attempt: 1,
  steps: [],
  createdAt: 1000,
  updatedAt: 1000,
  expiresAt: 9000,
  ...part,
})
const network = new ActionFailureError('NETWORK', 'x')
const notFound = new ActionFailureError('NOT_FOUND', 'x')

test('a newer state replaces an older one', () => {
  const known = withView(noAnswers, view({ updatedAt: 1000 }), 1)
  expect(withView(known, view({ updatedAt: 2000, state: 'verified' }), 2).view?.state).toBe('verified')
})

test('an answer that comes late with an older state does not overwrite the newer one', () => {
  const known = withView(noAnswers, view({ updatedAt: 2000, state: 'verified' }), 2)
  expect(withView(known, view({ updatedAt: 1000 }), 1).view?.state).toBe('verified')
})

test('of two answers of the same time the later question wins', () => {
  const known = withView(noAnswers, view({ problem: null }), 2)
  const problem = { code: 'VENDOR_NO_ANSWER', message: 'x' } as const
  expect(withView(known, view({ problem }), 1).view?.problem).toBeNull()
  expect(withView(known, view({ problem }), 3).view?.problem).toEqual(problem)
})

test('a newer state counts even when its question was asked earlier', () => {
  const known = withView(noAnswers, view({ updatedAt: 1000 }), 2)
  expect(withView(known, view({ updatedAt: 2000, state: 'verified' }), 1).view?.state).toBe('verified')
})

test('a failure keeps the last known state', () => {
  const known = withFailure(withView(noAnswers, view({}), 1), network, 2)
  expect(known.view?.state).toBe('ready')
  expect(known.failure).toBe(network)
})

test('a failure that was overtaken by an answer is not shown', () => {
  expect(withFailure(withView(noAnswers, view({}), 2), network, 1).failure).toBeNull()
})

test('the next answer clears the failure', () => {
  const failed = withFailure(noAnswers, network, 1)
  expect(withView(failed, view({}), 2).failure).toBeNull()
})

test('missing is what was never seen and is not ours', () => {
  expect(isMissing(withFailure(noAnswers, notFound, 1))).toBe(true)
  expect(isMissing(withFailure(noAnswers, network, 1))).toBe(false)
  expect(isMissing(withFailure(withView(noAnswers, view({}), 1), notFound, 2))).toBe(false)
})
