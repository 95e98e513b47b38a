import { bodyOf } from './event'

test('an event is sent with its time in words that every language reads', () => {
  const at = Date.parse('2026-11-30T08:00:00+08:00')
  const stored = { version: 1, listKey: '', subjectId: 'v_1', expiresAt: 0, at, type: 'ping' } as const
  expect(bodyOf({ ...stored, _id: 'evt_1', data: { id: 'v_1' } })).toEqual({
    id: 'evt_1',
    type: 'ping',
    timestamp: '2026-11-30T00:00:00.000Z',
    data: { id: 'v_1' },
  })
})
