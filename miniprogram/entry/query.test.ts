import { queryText } from './query'

test('holds what is there, in the order given', () => {
  expect(queryText({ id: 'v_1', invitation: null, handover: undefined, vendor: 'ess', mode: '' })).toBe(
    '?id=v_1&vendor=ess',
  )
})

test('of nothing there is nothing', () => {
  expect(queryText({ invitation: null })).toBe('')
})

test('no value can add another', () => {
  expect(queryText({ a: '1&b=2' })).toBe('?a=1%26b%3D2')
})
