import { createWorld } from '../../../test/support/world'
import type { Verification } from '../../domain/verification'
import { recordConsent } from './recordConsent'
import { start } from './start'
import { isStopped, stopping, withdrawConsents } from './stop'

test('stopped is what its person stopped, and what is gone', () => {
  expect(isStopped({ sealed: 'x' })).toBe(false)
  expect(isStopped({ sealed: 'x', stoppedAt: null })).toBe(false)
  expect(isStopped({ sealed: 'x', stoppedAt: 0 })).toBe(true)
  expect(isStopped({ sealed: null })).toBe(true)
})

test('a consent is withdrawn once, of the vendor that is named', async () => {
  const { deps, store, pass } = createWorld()
  const [driver] = deps.drivers.values()
  if (driver) deps.drivers = new Map([...deps.drivers, ['ess', driver]])
  for (const vendor of ['qiyuesuo', 'ess'])
    await recordConsent(deps, 'alice', { vendor, purpose: 'general', policyVersion: '1' })
  const withdrawn = () =>
    Object.fromEntries(store.all('consents').map(({ vendor, withdrawnAt = null }) => [vendor, withdrawnAt]))
  const first = deps.clock()
  await withdrawConsents(deps, 'alice', 'ess')
  expect(withdrawn()).toEqual({ qiyuesuo: null, ess: first })
  pass(1000)
  await withdrawConsents(deps, 'alice')
  expect(withdrawn()).toEqual({ qiyuesuo: first + 1000, ess: first })
})

test('what is open ends here and now; what has ended keeps how and when', async () => {
  const { deps, store, pass, startInput } = createWorld()
  await start(deps, 'alice', await startInput())
  const [found] = store.all('verifications')
  if (!found) throw new Error('nothing began')
  pass(1000)
  const now = deps.clock()
  const open: Verification = {
    ...found,
    ...{ reviewing: true, problem: 'VENDOR_UNAVAILABLE', missing: 'number' },
  }
  const month = 30 * 24 * 3600_000
  const ended = { stoppedAt: now, redactAt: now + month, dueAt: now + month }
  expect(stopping(deps, open)).toEqual({
    ...ended,
    ...{ state: 'canceled', reviewing: false, problem: null, missing: null, updatedAt: now },
    history: [...found.history, { state: 'canceled', at: now }],
  })
  expect(stopping(deps, { ...open, state: 'verified' })).toEqual(ended)
  expect(stopping(deps, { ...open, state: 'verified', stoppedAt: 5, redactAt: 7 })).toEqual({
    ...{ stoppedAt: 5, redactAt: 7, dueAt: 7 },
  })
})

test('how many were stopped is said, each once, and stands in their trails', async () => {
  const { deps, store, startInput } = createWorld()
  await start(deps, 'alice', await startInput())
  await start(deps, 'alice', {
    ...(await startInput()),
    clientKey: 'key-0000000000000002',
    purpose: 'general',
  })
  expect(await withdrawConsents(deps, 'alice', 'ess')).toBe(0)
  expect(await withdrawConsents(deps, 'alice')).toBe(1)
  expect(store.all('audit').at(-1)).toMatchObject({
    ...{ event: 'withdraw', cause: 'consentWithdrawn', from: 'ready', to: 'canceled' },
  })
  expect(await withdrawConsents(deps, 'alice')).toBe(0)
})
