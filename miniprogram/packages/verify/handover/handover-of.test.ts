import { handoverOf } from './handover-of'

const token = 'AbCdEfGhIjKlMnOpQr-_09'
const id = `v_${'0123456789abcdef'.repeat(2)}`

test.each([
  [{ subject: 'person' }, { kind: 'start', subject: 'person' }],
  [{ subject: 'organization' }, { kind: 'start', subject: 'organization' }],
  [{ id }, { kind: 'verification', id }],
  [{ token }, { kind: 'invitation', token }],
])('the query %j means %j', (query, expected) => {
  expect(handoverOf(query)).toEqual(expected)
})

test.each([{}, { subject: 'robot' }, { id: 'v_1' }, { id: `x${id}` }, { id: `${id}0` }, { token: 'short' }])(
  'the query %j means nothing',
  query => {
    expect(handoverOf(query)).toBeNull()
  },
)
