import type { Handoff } from '../cloud/types'
import { leaveHandoff, takeHandoff } from './pending'

const handoff: Handoff = {
  kind: 'webUrl',
  singleUse: true,
  url: 'https://vendor.example/a',
  qrImage: 'data:image/png;base64,',
  expiresAt: null,
}

test('a handoff can be taken once', () => {
  leaveHandoff('v_1', handoff)
  expect(takeHandoff('v_1')).toBe(handoff)
  expect(takeHandoff('v_1')).toBeNull()
})

test('a handoff of another verification is dropped, not given', () => {
  leaveHandoff('v_1', handoff)
  expect(takeHandoff('v_2')).toBeNull()
  expect(takeHandoff('v_1')).toBeNull()
})
