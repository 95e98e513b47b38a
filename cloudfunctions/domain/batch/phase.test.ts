import { noCounts } from './lifecycle'
import { batchPhase } from './phase'

test.each([
  [{}, 'draft'],
  [{ draft: 3 }, 'draft'],
  [{ draft: 2, queued: 1 }, 'running'],
  [{ draft: 1, verified: 2 }, 'running'],
  [{ indeterminate: 1, verified: 9 }, 'running'],
  [{ verified: 1, already: 1, rejected: 1, canceled: 1 }, 'done'],
  [{ canceled: 2 }, 'canceled'],
  [{ canceled: 2, verified: 1 }, 'done'],
] as const)('%j is %s', (counts, phase) => {
  expect(batchPhase({ ...noCounts(), ...counts })).toBe(phase)
})
