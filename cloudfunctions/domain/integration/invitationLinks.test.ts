import { nextLinksTry } from './invitationLinks'

test('codes that could not be made are tried again after 1, 2, 4 … minutes, an hour at most', () => {
  const minutes = [0, 1, 2, 3, 4, 5, 6, 7, 1000].map(failures => nextLinksTry(failures, 0) / 60_000)
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
})
