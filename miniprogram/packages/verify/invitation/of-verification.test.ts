import { invitationOf, rememberInvitation } from './of-verification'

test('of a verification that answers an invitation it is known, of others nothing', () => {
  const [one, two, other] = [1, 2, 3].map(n => `v_${n}_${Math.random()}`) as [string, string, string]
  rememberInvitation(one, 'token-1')
  rememberInvitation(two, 'token-2')
  expect([one, two, other].map(invitationOf)).toEqual(['token-1', 'token-2', null])
})
