import { everything, filtersOf, narrows } from './query'

test('what does not narrow is not sent', () => {
  expect(filtersOf(everything)).toEqual({})
  expect(filtersOf({ ...everything, text: '  ' })).toEqual({})
  expect(narrows({ ...everything, text: '  ' })).toBe(false)
})

test('what narrows is sent, the text without blanks around it', () => {
  const query = {
    ...everything,
    text: ' biz-1 ',
    state: 'verified',
    vendor: 'esign',
    subject: 'person',
    tag: 'follow',
  } as const
  expect(filtersOf(query)).toEqual({
    text: 'biz-1',
    state: 'verified',
    vendor: 'esign',
    subject: 'person',
    tag: 'follow',
  })
  expect(narrows({ ...everything, state: 'expired' })).toBe(true)
})

test('days are those of the calendar, today included', () => {
  const now = new Date(2026, 10, 30, 15, 4).getTime()
  expect(filtersOf({ ...everything, since: 1 }, now)).toEqual({ from: new Date(2026, 10, 30).getTime() })
  expect(filtersOf({ ...everything, since: 30 }, now)).toEqual({ from: new Date(2026, 10, 1).getTime() })
  expect(narrows({ ...everything, since: 7 })).toBe(true)
})
