import { invitationOf, rememberInvitation } from './of-verification'

test('of a verification that answers an invitation it is known, of others nothing', () => {
  rememberInvitation('v_1', 'token-1')
  rememberInvitation('v_2', 'token-2')
  expect(['v_1', 'v_2', 'v_3'].map(invitationOf)).toEqual(['token-1', 'token-2', null])
})
