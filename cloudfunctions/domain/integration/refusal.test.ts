import { Refusal, refusals } from './refusal'

test('a refusal says by itself what to do, and when, where waiting helps', () => {
  expect(new Refusal('KEY_WRONG')).toMatchObject({
    name: 'Refusal',
    code: 'KEY_WRONG',
    message: refusals.KEY_WRONG[1],
    retryAfter: null,
    field: undefined,
  })
  expect(new Refusal('RATE_LIMITED', { retryAfter: 7 })).toMatchObject({ retryAfter: 7 })
  expect(new Refusal('BODY_INVALID', { field: 'rows.0' })).toMatchObject({
    field: 'rows.0',
    retryAfter: null,
  })
})

test('only what the caller may mend is refused: every status is of that kind, every sentence says something', () => {
  for (const [status, sentence] of Object.values(refusals)) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(sentence.length).toBeGreaterThan(5)
  }
})
