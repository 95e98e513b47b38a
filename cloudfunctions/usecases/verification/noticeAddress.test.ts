import { createWorld } from '../../../test/support/world'
import { isOurs, noticeUrl } from './noticeAddress'

test('an address names the attempt and ends in what nobody can guess, the same before an update and after', () => {
  const { deps } = createWorld()
  const secret = deps.vault.digest('notice', 'v_1', '2').slice(0, 32)
  expect(noticeUrl(deps, { _id: 'v_1', vendor: 'ess', attempt: 2 })).toBe(
    `https://callback.example/ess/v_1/2/${secret}`,
  )
  expect(isOurs(deps, 'v_1', 2, secret)).toBe(true)
  expect(isOurs(deps, 'v_1', 1, secret)).toBe(false)
  expect(isOurs(deps, 'v_2', 2, secret)).toBe(false)
})
