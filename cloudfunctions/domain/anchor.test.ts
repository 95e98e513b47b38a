import { actsChain } from './act'
import { anchorsChain, chainOf } from './anchor'

test.each([
  ['acts_1', actsChain],
  ['anchors_31', anchorsChain],
  ['v_9f_2', 'v_9f'],
])('the row %s stands in the chain %s', (id, chain) => {
  expect(chainOf(id)).toBe(chain)
})
