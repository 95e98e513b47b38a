import { heeding, incomplete, type Outcome, throttled } from './outcome'

const detail = 'd'
const outcomes: Outcome<string>[] = [
  { kind: 'ok', value: 'v' },
  { kind: 'rejected', code: 'C', detail },
  { kind: 'misconfigured', code: 'C', detail },
  { kind: 'transient', code: 'C', detail },
  { kind: 'indeterminate', code: 'C', detail },
]

test('a wish for quiet goes with what is still open, and with nothing else', () => {
  const [ok, rejected, misconfigured, transient, indeterminate] = outcomes
  const retryAfterMs = 2000
  expect(outcomes.map(each => heeding(each, { retryAfterMs }))).toStrictEqual([
    ok,
    rejected,
    misconfigured,
    { ...transient, retryAfterMs },
    { ...indeterminate, retryAfterMs },
  ])
  expect(outcomes.map(each => heeding(each, {}))).toStrictEqual(outcomes)
})

test('too many calls: nothing has happened, and the quiet is as long as was said', () => {
  const failure = { kind: 'transient', code: 'HTTP_429', detail: 'too many calls for the vendor' }
  expect(throttled({})).toStrictEqual(failure)
  expect(throttled({ retryAfterMs: 0 })).toStrictEqual({ ...failure, retryAfterMs: 0 })
})

test('success without what is needed may have happened', () => {
  expect(incomplete('a ticket')).toEqual({
    kind: 'indeterminate',
    code: 'INCOMPLETE',
    detail: 'success without a ticket',
  })
})
