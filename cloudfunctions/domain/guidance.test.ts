import { guide } from './guidance'

const calm = { reviewing: false, problem: null, missing: null, already: false, age: 60_000 } as const

test.each([
  ['created', 'act', 'open'],
  ['indeterminate', 'act', 'open'],
  ['ready', 'act', 'open'],
  ['processing', 'act', 'open'],
  ['verified', 'done', 'none'],
  ['rejected', 'failed', 'start'],
  ['expired', 'failed', 'start'],
  ['canceled', 'failed', 'start'],
  ['revoked', 'failed', 'start'],
] as const)('%s: phase %s, next %s', (state, phase, nextStep) => {
  expect(guide({ ...calm, state })).toMatchObject({ phase, nextStep })
})

test('a submission that is still under way asks for patience, not for another tap', () => {
  expect(guide({ ...calm, state: 'created', age: 100 })).toMatchObject({
    nextStep: 'refresh',
    canRetry: false,
  })
})

test('a review is a place to rest', () => {
  expect(guide({ ...calm, state: 'processing', reviewing: true })).toMatchObject({
    phase: 'wait',
    nextStep: 'wait',
    canRetry: false,
  })
})

test('what only an operator can mend sends the user to the support', () => {
  expect(guide({ ...calm, state: 'created', problem: 'VENDOR_MISCONFIGURED' })).toMatchObject({
    nextStep: 'contact',
  })
})

test('a number that is to be confirmed comes before another way to the vendor', () => {
  expect(guide({ ...calm, state: 'processing', missing: 'number' })).toMatchObject({
    phase: 'act',
    nextStep: 'confirm',
    canRetry: true,
  })
})

test('who lacks a proof of this attempt tries again, unless the vendor lets nobody in who was verified before', () => {
  expect(guide({ ...calm, state: 'processing', missing: 'attempt' })).toMatchObject({ nextStep: 'open' })
  expect(guide({ ...calm, state: 'processing', missing: 'attempt', already: true })).toMatchObject({
    nextStep: 'contact',
  })
})

const rest = { phase: 'wait', nextStep: 'wait', canRetry: false, canCancel: true }
const act = { phase: 'act', nextStep: 'open', canRetry: true, canCancel: true }
test.each([
  [{ state: 'verified' }, { phase: 'done', nextStep: 'none', canRetry: false, canCancel: false }],
  [{ state: 'expired' }, { phase: 'failed', nextStep: 'start', canRetry: true, canCancel: false }],
  [{ state: 'processing', reviewing: true }, rest],
  [{ state: 'processing', reviewing: true, problem: 'VENDOR_MISCONFIGURED' }, rest],
  [
    { state: 'ready', problem: 'VENDOR_MISCONFIGURED' },
    { ...act, nextStep: 'contact' },
  ],
  [{ state: 'ready', problem: 'VENDOR_UNAVAILABLE' }, act],
  [
    { state: 'ready', missing: 'number' },
    { ...act, nextStep: 'confirm' },
  ],
  [
    { state: 'ready', missing: 'attempt', already: true },
    { ...act, nextStep: 'contact' },
  ],
  [{ state: 'ready', already: true }, act],
  [
    { state: 'created', age: 29_999 },
    { ...rest, nextStep: 'refresh' },
  ],
  [{ state: 'created', age: 30_000 }, act],
  [{ state: 'created', age: 0, problem: 'VENDOR_UNAVAILABLE' }, act],
  [{ state: 'ready', age: 0 }, act],
] as const)('%j: %j', (situation, guidance) => {
  expect(guide({ ...calm, ...situation })).toEqual(guidance)
})
