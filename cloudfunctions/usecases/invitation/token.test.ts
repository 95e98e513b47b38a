import { createWorld } from '../../../test/support/world'
import { invitationIdOf } from './make'
import { invitationOfToken, tokenHash, tokenOf } from './token'

// With the keys of the test's world. A code that was printed must open after every release, and what was made with a
// key be found by it.
test('codes, and ids that follow from keys, are the same for ever', async () => {
  const { deps } = createWorld()
  const id = invitationIdOf(deps, { operator: 'olivia', clientKey: 'key-of-tokens-000001' }, 0)
  const token = tokenOf(deps, id, 1)
  expect([id, token, tokenOf(deps, id, 2), tokenHash(deps, token)]).toEqual([
    'i_449ade6f495eca751de1caaae9676a45',
    '3D2hXIgVA9eHvraMusIL-w',
    'ByXA5KDRv9P8fjc4dRmtHw',
    'b600f248a0c7426706ef938103560a780159fe5c42e1a8780893f5910213f256',
  ])
})

test('a token that opens nothing is missing', async () => {
  const { deps } = createWorld()
  const missing = { code: 'NOT_FOUND', field: 'token' }
  await expect(invitationOfToken(deps, 'A'.repeat(22))).rejects.toMatchObject(missing)
})
