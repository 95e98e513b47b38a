import { asking } from './asking'
import { parse } from './source'

const found = (text: string, file = 'miniprogram/packages/batch/row/use-row.ts') =>
  asking(parse(file, text)).map(each => each.replace(/: use .*/, ''))

const ownMachine = `
async function load() {
  if (running.current) return
  running.current = true
  setBusy(true)
  const answer = await ask()
  running.current = false
  setBusy(false)
}`

test('a hand-written press machine is found, as it was written twelve times', () => {
  expect(found(ownMachine)).toEqual([
    'miniprogram/packages/batch/row/use-row.ts:2 has a busy flag of its own (running.current)',
    'miniprogram/packages/batch/row/use-row.ts:2 has a busy flag of its own (setBusy)',
  ])
})

test.each([
  ['without await', 'const load = () => { setBusy(true); ask().then(take).finally(() => setBusy(false)) }'],
  ['in a try', 'const load = async () => { setBusy(true); try { await ask() } finally { setBusy(false) } }'],
])('a busy flag is found %s', (_, text) => {
  expect(found(text)).toEqual([expect.stringContaining('has a busy flag of its own (setBusy)')])
})

test('a failure that is made or kept is found', () => {
  expect(found('const [lost, setLost] = useState<ActionFailureError | null>(null)')).toHaveLength(1)
  expect(found('const failed = useRef(new Map<string, ActionFailureError>())')).toHaveLength(1)
  expect(found('const failed = useRef<ReadonlyMap<string, ActionFailureError>>(new Map())')).toHaveLength(1)
  expect(found('setLost(toFailure(error))')).toHaveLength(1)
})

test.each([
  "async function f() { try { await callAction('a', {}) } catch { setLost(1) } }",
  "callAction('a', {}).catch(() => undefined)",
  "callAction('a', {}).then(take, error => setLost(error))",
])('what an action throws is not swallowed: %s', text => {
  expect(found(text)).toEqual([expect.stringContaining('catches what an action throws')])
})

test('asking again by a timer is found', () => {
  expect(found("setTimeout(() => callAction('a', {}), 2000)")).toHaveLength(1)
  expect(found('startPolling(ask, 2)')).toHaveLength(1)
})

test.each([
  'async function f() { setEmpty(false); const answer = await renew(); if (!answer) setEmpty(true) }',
  'function useRow() { return { save: async () => { await once(); setAdded(true) }, more: () => setAdded(false) } }',
  "async function f() { try { await callAction('a', {}) } catch (error) { if (!failedWith(error, 'BUSY')) throw error } }",
  "callAction('a', {}).catch(unlessEnded)",
  'function useNow() { setInterval(() => setNow(Date.now()), 1000) }',
])('let be: %s', text => {
  expect(found(text)).toEqual([])
})

test('the room that asks the server may', () => {
  expect(found(ownMachine, 'miniprogram/cloud/once.ts')).toEqual([])
})
