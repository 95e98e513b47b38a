import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { codeOf } from '../../../test/support/refusal'
import { withOwnIds } from '../../domain/batch/row'
import { sweep } from '../sweep'
import { saveRow } from './edit'
import { resolve } from './repair'
import { batchOf } from './rows'
import { submit } from './submit'

/** What becomes of rows that are submitted. */
let world: BatchWorld
beforeEach(async () => {
  world = await createBatchWorld()
})

const sent = () => world.batches.registrations.flatMap(request => request.rows.map(({ name }) => name))

test('at most ten rows a call, each once, also when the button is pressed twice', async () => {
  const id = await world.batchOf(35)
  await Promise.all([
    submit(world.deps, operator, { id }),
    submit(world.deps, operator, { id }).catch(() => {}),
  ])
  await world.wait(60)
  expect(world.batches.registrations.map(({ rows: each }) => each.length).sort()).toEqual([10, 10, 10, 5])
  expect(sent().sort()).toEqual(Array.from({ length: 35 }, (_, index) => organizationName(index + 1)).sort())
  expect(new Set(world.states())).toEqual(new Set(['ready']))
  expect(
    world
      .rows()
      .map(withOwnIds)
      .every(({ round, name, subTaskId }) => round === 1 && subTaskId === `sub:${name}`),
  ).toBe(true)
})

test('rows with issues stay behind', async () => {
  const text = [headingLine, line(1), line(2, { code: '91110000' })].join('\n')
  const id = await world.batchOf(0, { source: { kind: 'text', text } })
  await submit(world.deps, operator, { id })
  expect(world.states()).toEqual(['accepted', 'draft'])
})

test('nothing to submit says so', async () => {
  const id = await world.batchOf(0, { source: { kind: 'empty' } })
  expect(await codeOf(submit(world.deps, operator, { id }))).toBe('NOTHING_TO_SUBMIT')
})

test('one bad row fails by itself and the others go again', async () => {
  const bad = organizationName(3)
  world.batches.onRegister = ({ rows: asked }) => {
    const index = asked.findIndex(({ name }) => name === bad)
    if (index < 0) return null
    const texts = asked.map((_, at) => (at === index ? '地址参数不正确' : ''))
    return { kind: 'ok', value: { kind: 'refused', texts } }
  }
  const id = await world.batchOf(10)
  await submit(world.deps, operator, { id })
  expect(world.row(3)).toMatchObject({ state: 'rejected', vendorText: '地址参数不正确' })
  expect(world.states().filter(state => state === 'accepted')).toHaveLength(9)
  expect([...world.batches.tasks.values()].flat()).toHaveLength(9)
})

test('when nobody says which row is at fault they go one by one', async () => {
  const bad = organizationName(7)
  world.batches.onRegister = ({ rows: asked }) =>
    asked.some(({ name }) => name === bad)
      ? { kind: 'ok', value: { kind: 'refused', texts: asked.map(() => '') } }
      : null
  const id = await world.batchOf(10)
  await submit(world.deps, operator, { id })
  expect(world.states().filter(state => state === 'accepted')).toHaveLength(9)
  expect(world.row(7).state).toBe('rejected')
})

test('a lost answer is never sent again by itself', async () => {
  world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
  const id = await world.batchOf(3)
  await submit(world.deps, operator, { id })
  world.batches.onRegister = () => null
  await world.wait(3600)
  expect(world.states()).toEqual(['indeterminate', 'indeterminate', 'indeterminate'])
  expect(world.batches.registrations).toHaveLength(1)
})

test('a lost answer is resolved by what the vendor knows', async () => {
  world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
  const id = await world.batchOf(2)
  await submit(world.deps, operator, { id })
  world.batches.standing.set(organizationName(1), 'verified')
  await world.wait(120)
  expect(world.states()).toEqual(['verified', 'indeterminate'])
})

test('a lost answer is resolved by a person', async () => {
  world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
  const id = await world.batchOf(2)
  await submit(world.deps, operator, { id })
  world.batches.onRegister = () => null
  const ids = world.rows().map(({ _id }) => _id)
  await resolve(world.deps, operator, { id, rowIds: [ids[0] ?? ''], decision: 'resubmit' })
  await resolve(world.deps, operator, { id, rowIds: [ids[1] ?? ''], decision: 'cancel' })
  expect(world.states()).toEqual(['accepted', 'canceled'])
  expect(world.row(1).round).toBe(2)
  // The administrator has no other rows, so what may have been created is cleared first.
  expect(world.batches.withdrawals).toEqual([{ administrator: { name: '测试员甲', mobile: '13800138000' } }])
})

test('of very many rows a person decides about, those go again for which there is time to ask', async () => {
  world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
  const id = await world.batchOf(30)
  await submit(world.deps, operator, { id })
  world.batches.onRegister = () => null
  const driver = world.driver()
  const { standing } = driver
  driver.standing = organization => {
    world.pass(500)
    return standing(organization)
  }
  const again = async () => {
    const ids = world.rows().filter(({ state }) => state === 'indeterminate')
    const rowIds = ids.map(({ _id }) => _id)
    await resolve(world.deps, operator, { id, rowIds, decision: 'resubmit' })
    return world.states().filter(state => state === 'indeterminate').length
  }
  expect(await again()).toBe(18)
  expect([await again(), await again()]).toEqual([6, 0])
  expect(world.batches.asked.standing).toBe(30)
})

test('other rows of the same administrator are not cleared along', async () => {
  const first = await world.batchOf(1)
  await submit(world.deps, operator, { id: first })
  world.batches.onRegister = () => ({ kind: 'indeterminate', code: 'TIMEOUT', detail: 'no answer' })
  const id = await world.batchOf(0, { source: { kind: 'text', text: [headingLine, line(5)].join('\n') } })
  await submit(world.deps, operator, { id })
  world.batches.onRegister = () => null
  const lost = world.rows().find(({ state }) => state === 'indeterminate')
  await resolve(world.deps, operator, { id, rowIds: [lost?._id ?? ''], decision: 'resubmit' })
  expect(world.batches.withdrawals).toEqual([])
})

test('a process that dies while it sends leaves rows nobody sends again', async () => {
  world.batches.onRegister = () => {
    throw new Error('the process died')
  }
  const id = await world.batchOf(2)
  await submit(world.deps, operator, { id }).catch(() => {})
  expect(world.states()).toEqual(['sending', 'sending'])
  world.batches.onRegister = () => null
  await world.wait(120)
  expect(world.states()).toEqual(['indeterminate', 'indeterminate'])
  expect(world.batches.registrations).toHaveLength(1)
})

test.each([
  ['transient', 'CONNECT', 'VENDOR_UNAVAILABLE', 60],
  ['misconfigured', 'AuthFailure.SignatureFailure', 'VENDOR_MISCONFIGURED', 660],
  ['rejected', 'QUOTA:LimitExceeded', 'VENDOR_QUOTA', 3660],
] as const)('%s: the batch pauses, says why, and goes on by itself', async (kind, code, reason, seconds) => {
  world.batches.onRegister = () => ({ kind, code, detail: '' })
  const id = await world.batchOf(2)
  const { batch } = await submit(world.deps, operator, { id })
  expect(batch.paused?.code).toBe(reason)
  expect(world.states()).toEqual(['queued', 'queued'])
  expect(batch.today.sent).toBe(0)
  world.batches.onRegister = () => null
  await world.wait(seconds)
  expect(world.states()).toEqual(['ready', 'ready'])
  expect(world.batches.registrations.length).toBe(2)
})

test('a large batch that somebody else is at work on does not hide the others from the sweep', async () => {
  world.batches.onRegister = () => ({ kind: 'transient', code: 'CONNECT', detail: '' })
  const large = await world.batchOf(1000)
  await submit(world.deps, operator, { id: large })
  const other = await world.batchOf(0, {
    source: { kind: 'text', text: [headingLine, line(2001)].join('\n') },
  })
  await submit(world.deps, operator, { id: other })
  world.batches.onRegister = () => null
  world.pass(60_000)
  const { version } = await batchOf(world.deps, large)
  await world.store.replace('batches', large, version, { busyUntil: world.deps.clock() + 60_000 })
  await sweep(world.deps)
  expect(sent().at(-1)).toBe(organizationName(2001))
  expect((await batchOf(world.deps, other)).counts.accepted).toBe(1)
})

test('no more than the vendor takes a day', async () => {
  world.batches.rowsPerDay = 12
  const id = await world.batchOf(25)
  const { batch } = await submit(world.deps, operator, { id })
  expect(batch.paused?.code).toBe('DAILY_LIMIT')
  expect(batch.today).toEqual({ sent: 10, limit: 12 })
  world.pass(24 * 3600_000)
  await world.wait(60)
  expect(sent().length).toBe(20)
})

test('pressed again while it waits it sends on; the audit says how many were queued each time', async () => {
  world.batches.onRegister = () => ({ kind: 'transient', code: 'CONNECT', detail: '' })
  const id = await world.submittedOf(2)
  expect((await submit(world.deps, operator, { id })).batch.counts.queued).toBe(2)
  const acts = world.store.all('audit').flatMap(row => ('batchId' in row ? [`${row.event} ${row.rows}`] : []))
  expect(acts).toEqual(['imported 2', 'submitted 2', 'submitted 0'])
})

test('what is submitted is no draft that is cleared', async () => {
  await world.submittedOf(1)
  expect(world.row(1).redactAt).toBeNull()
})

test('the operator who submits is shown how the others stand', async () => {
  const id = await world.readyOf(1)
  const fields = { name: organizationName(2), creditCode: creditCode(2), legalName: '测试员乙' }
  const administrator = {
    adminName: '测试员甲',
    adminMobile: '13800138000',
    adminIdNumber: '110101199001010015',
  }
  await saveRow(world.deps, operator, { id, fields: { ...fields, ...administrator } })
  await world.setRow(1, { dueAt: null })
  world.say(1, 'Submit', 'started')
  world.pass(15_000)
  await submit(world.deps, operator, { id })
  expect(world.states()).toEqual(['processing', 'accepted'])
})
