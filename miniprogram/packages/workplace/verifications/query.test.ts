import { everything, filtersOf, narrows } from './query'

test('what does not narrow is not sent', () => {
  expect(filtersOf(everything)).toEqual({})
  expect(filtersOf({ ...everything, text: '  ' })).toEqual({})
  expect(narrows({ ...everything, text: '  ' })).toBe(false)
})

test('what narrows is sent, the text without blanks around it', () => {
  const query = { text: ' biz-1 ', state: 'verified', vendor: 'esign', subject: 'person' } as const
  expect(filtersOf(query)).toEqual({ text: 'biz-1', state: 'verified', vendor: 'esign', subject: 'person' })
  expect(narrows({ ...everything, state: 'expired' })).toBe(true)
})
