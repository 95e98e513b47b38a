import { createMeter } from '../platform/meter'
import type { Caller } from './call'
import type { Outcome } from './outcome'
import { watched } from './watched'

const failure = (kind: 'rejected' | 'misconfigured' | 'indeterminate' | 'transient', code = 'CODE') =>
  ({ kind, code, detail: 'd' }) as const

test.each<[string, Outcome<string>, string | null]>([
  ['a success', { kind: 'ok', value: 'v' }, null],
  ['a refusal: the vendor is there', failure('rejected'), null],
  ['what an operator must mend', failure('misconfigured'), 'misconfigured'],
  ['what may have happened', failure('indeterminate'), 'unanswered'],
  ['what can be tried again', failure('transient'), 'unanswered'],
  ['a vendor that is left alone', failure('transient', 'CIRCUIT_OPEN'), 'leftAlone'],
])('%s is handed on as it is, and noted', async (_what, outcome, why) => {
  const meter = createMeter()
  const call: Caller = attempt => attempt()
  const watchedCall = watched(call, 'ess', meter, () => 17)
  expect(await watchedCall(async () => outcome)).toBe(outcome)
  expect([...meter.answered]).toEqual(why === null ? [['ess', 17]] : [])
  expect([...meter.failed]).toEqual(why === null ? [] : [['ess', { at: 17, why }]])
})
