import { ActionError, errorTexts, TooOften } from './errors'

test('an error says what to do: about its field where that has a sentence of its own, else in general', () => {
  expect(new ActionError('INVALID_INPUT', 'person.idNumber').message).toBe('证件号码有误,请核对后再填')
  expect(new ActionError('INVALID_INPUT', 'whatever').message).toBe(errorTexts.INVALID_INPUT)
  expect(new ActionError('INVALID_INPUT').message).toBe(errorTexts.INVALID_INPUT)
  // The field is at fault for another reason than how it is written.
  expect(new ActionError('VENDOR_OFF', 'person.mode').message).toBe(errorTexts.VENDOR_OFF)
})

test('an error keeps its code, its field and what operators may know', () => {
  const error = new ActionError('NOT_FOUND', 'id', 'no row')
  expect(error).toMatchObject({ name: 'ActionError', code: 'NOT_FOUND', field: 'id', detail: 'no row' })
})

test.each([
  [1, '操作太频繁,请在 1 秒后再试'],
  [59, '操作太频繁,请在 59 秒后再试'],
  [60, '操作太频繁,请在 1 分钟后再试'],
  [61, '操作太频繁,请在 2 分钟后再试'],
  [7199, '操作太频繁,请在 120 分钟后再试'],
  [7200, '操作太频繁,请在 2 小时后再试'],
  [7201, '操作太频繁,请在 3 小时后再试'],
])('who was too fast by %i s is told: %s', (seconds, sentence) => {
  expect(new TooOften('TOO_MANY_CALLS', seconds)).toMatchObject({ message: sentence, retryAfter: seconds })
})
