import { headline, tagKind } from './headline'

test('a review by a person is a place to rest', () => {
  expect(headline({ state: 'processing', phase: 'wait', nextStep: 'wait', reviewing: true })).toEqual({
    icon: 'wait',
    title: 'state.reviewing',
    detail: 'state.reviewing.detail',
  })
})

test('waiting for the result is told apart from being asked to act', () => {
  expect(headline({ state: 'processing', phase: 'wait', nextStep: 'refresh', reviewing: false }).title).toBe(
    'state.waiting',
  )
  expect(headline({ state: 'processing', phase: 'act', nextStep: 'open', reviewing: false }).title).toBe(
    'state.processing',
  )
})

test('only a verified state is green', () => {
  expect(headline({ state: 'verified', phase: 'done', nextStep: 'none', reviewing: false }).icon).toBe(
    'success',
  )
  expect(headline({ state: 'processing', phase: 'done', nextStep: 'none', reviewing: false }).icon).toBe(
    'none',
  )
})

test.each([
  ['rejected', 'failed', 'bad'],
  ['revoked', 'failed', 'bad'],
  ['canceled', 'failed', 'idle'],
  ['expired', 'failed', 'idle'],
  ['ready', 'act', 'busy'],
  ['indeterminate', 'wait', 'busy'],
  ['verified', 'done', 'good'],
] as const)('the tag of %s (%s) is %s', (state, phase, kind) => {
  expect(tagKind({ state, phase, nextStep: 'none', reviewing: false })).toBe(kind)
})

test('what only the operator can solve is not called progress', () => {
  const blocked = { state: 'created', phase: 'failed', nextStep: 'contact', reviewing: false } as const
  expect(headline(blocked)).toEqual({
    icon: 'none',
    title: 'state.blocked',
    detail: 'state.blocked.detail',
  })
})

test.each(['created', 'indeterminate'] as const)(
  '%s is not called under way when the person has to act',
  state => {
    expect(headline({ state, phase: 'act', nextStep: 'open', reviewing: false }).title).toBe(
      'state.unanswered',
    )
    expect(headline({ state, phase: 'wait', nextStep: 'refresh', reviewing: false }).title).toBe(
      `state.${state}`,
    )
  },
)
