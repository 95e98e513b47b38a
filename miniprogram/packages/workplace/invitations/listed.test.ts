import type { InvitationView } from '../../../cloud/types'
import { actedOn } from './listed'

const states: InvitationView['state'][] = ['pending', 'started', 'verified', 'finished', 'expired', 'revoked']
const of = (state: InvitationView['state'], id: string = state) => ({ id, state }) as InvitationView

test('what has come to its end is left alone', () => {
  const items = states.map(state => of(state))
  expect(actedOn('revoke', items)).toEqual(['pending', 'started'])
  expect(actedOn('resend', items)).toEqual(['pending', 'started', 'expired'])
})

test('no more at once than the server takes', () => {
  const items = Array.from({ length: 130 }, (_, at) => of('pending', `i_${at}`))
  expect(actedOn('revoke', items)).toHaveLength(100)
})
