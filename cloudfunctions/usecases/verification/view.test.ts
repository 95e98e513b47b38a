import { createWorld } from '../../../test/support/world'
import { start } from './start'
import { viewOf } from './view'

test('its owner sees where it stands and what to do, and nothing whole of a person', async () => {
  const { deps, store, startInput } = createWorld()
  await start(deps, 'alice', await startInput())
  const [found] = store.all('verifications')
  if (!found) throw new Error('nothing began')
  const at = deps.clock()
  const { missing: _, ...old } = found
  expect(viewOf(old, at)).toEqual({
    ...{ id: found._id, vendor: 'qiyuesuo', subject: 'person', purpose: 'general', state: 'ready' },
    ...{ phase: 'act', nextStep: 'open', canRetry: true, canCancel: true, reviewing: false, already: false },
    ...{ missing: null, reason: null, assurance: null, problem: null, mode: 'any', attempt: 1 },
    ...{ maskedName: '测试**', maskedContact: '138****8000', steps: expect.any(Array) },
    ...{ createdAt: at, updatedAt: at, expiresAt: at + 24 * 3600_000 },
  })
  expect(viewOf({ ...found, problem: 'VENDOR_UNAVAILABLE' }, at).problem).toEqual({
    ...{ code: 'VENDOR_UNAVAILABLE', message: expect.stringContaining('稍后') },
  })
})

test('one that is being begun is waited for half a minute, and then begun again', async () => {
  const { deps, store, startInput } = createWorld()
  await start(deps, 'alice', await startInput())
  const [found] = store.all('verifications')
  if (!found) throw new Error('nothing began')
  const after = (age: number) => viewOf({ ...found, state: 'created' }, found.createdAt + age).nextStep
  expect([after(0), after(29_999), after(30_000)]).toEqual(['refresh', 'refresh', 'open'])
})
