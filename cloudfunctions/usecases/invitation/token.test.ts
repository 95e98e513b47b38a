import { createWorld } from '../../../test/support/world'
import { invitationOfToken, tokenHash, tokenOf } from './token'

// With the keys of the test's world.
test('a code that was printed opens after every release', async () => {
  const { deps } = createWorld()
  const id = 'i_449ade6f495eca751de1caaae9676a45'
  const token = tokenOf(deps, id, 1)
  expect([token, tokenOf(deps, id, 2), tokenHash(deps, token)]).toEqual([
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
