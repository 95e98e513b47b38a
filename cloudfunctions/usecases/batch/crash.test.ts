import {
  type BatchWorld,
  createBatchWorld,
  creditCode,
  headingLine,
  line,
  operator,
  organizationName,
} from '../../../test/support/batch-world'
import { atEveryMoment, type Process, processOf, settled } from '../../../test/support/mortal'
import { noCounts } from '../../domain/batch/lifecycle'
import type { BatchRow } from '../../domain/batch/row'
import { sweep } from '../sweep'
import { create } from './create'
import { resolve } from './repair'
import { submit } from './submit'

interface Plan {
  rows: number
  /** How the vendor's registry answers for all of them. */
  failure: string
  /** Where every row must end. */
  end: 'ready' | 'rejected'
}
/** Three calls. */
const prepared: Plan = { rows: 25, failure: '', end: 'ready' }
/** Nothing is due any more after these, so that no later look corrects what a dead process left undone. */
const refused: Plan = { rows: 12, failure: '企业三要素不通过', end: 'rejected' }

const request = ({ rows }: Plan) => ({
  clientKey: 'key-crash-0000000001',
  title: '十一月',
  linkMode: 'single' as const,
  authorization: null,
  source: {
    kind: 'text' as const,
    text: [headingLine, ...Array.from({ length: rows }, (_, index) => line(index + 1))].join('\n'),
  },
})

async function worldFor({ rows, failure }: Plan): Promise<BatchWorld> {
  const world = await createBatchWorld()
  for (let number = 1; number <= rows && failure; number++)
    world.batches.failures.set(organizationName(number), failure)
  return world
}

const rowsOf = ({ store }: BatchWorld): BatchRow[] =>
  store.all('batch_rows').sort((a, b) => a.number - b.number)

/** From the import to the end, as one process would do it. */
async function wholeRun(world: BatchWorld, { deps }: Process, plan: Plan): Promise<void> {
  const { batch } = await create(deps, operator, request(plan))
  await submit(deps, operator, { id: batch.id })
  for (let round = 0; round < 3; round++) {
    world.pass(30_000)
    await sweep(deps)
  }
}

/** Three minutes of another process's sweeps. */
async function recover(world: BatchWorld): Promise<void> {
  for (let round = 0; round < 6; round++) {
    world.pass(30_000)
    await sweep(world.deps)
  }
}

/** How often the vendor accepted each organization. */
function acceptances({ batches }: BatchWorld): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of [...batches.tasks.values()].flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const idsIn = (world: BatchWorld, ...states: BatchRow['state'][]): string[] =>
  rowsOf(world).flatMap(({ _id, state }) => (states.includes(state) ? [_id] : []))

function expectRightCounts(world: BatchWorld): void {
  const counts = noCounts()
  for (const { state } of rowsOf(world)) counts[state] += 1
  expect(world.store.all('batches')).toMatchObject([{ counts, busyUntil: 0, outbox: [] }])
}

test.each([
  ['prepared', prepared],
  ['refused by the registry', refused],
])(
  'whenever the process dies, every row ends %s, and none is submitted twice',
  async (_name, plan) => {
    const world = await worldFor(plan)
    const process = processOf(world)
    await wholeRun(world, process, plan)
    expect(idsIn(world, plan.end)).toHaveLength(plan.rows)
    expect(process.moments()).toBeGreaterThan(2 * plan.rows)
    await atEveryMoment(process.moments(), last => diesOnTheWay(plan, last))
  },
  120_000,
)

async function diesOnTheWay(plan: Plan, last: number): Promise<void> {
  const world = await worldFor(plan)
  const process = processOf(world, last)
  await wholeRun(world, process, plan).catch(() => {})
  await settled()
  expect(process.isDead()).toBe(true)
  // What it had already asked the database for is still done; then these are the calls that were under way.
  const lost = idsIn(world, 'sending')

  await recover(world)
  const { batch } = await create(world.deps, operator, request(plan))
  if (batch.sendable > 0) {
    await submit(world.deps, operator, { id: batch.id })
    await recover(world)
  }
  const rows = rowsOf(world)
  expect(rows.map(({ name, creditCode: code }) => `${name} ${code}`)).toEqual(
    Array.from(
      { length: plan.rows },
      (_, index) => `${organizationName(index + 1)} ${creditCode(index + 1)}`,
    ),
  )
  expect(rows.map(({ state }) => state)).toEqual(
    rows.map(({ _id }) => (lost.includes(_id) ? 'indeterminate' : plan.end)),
  )
  const { tasks } = world.batches
  expect(rows.filter(({ taskId, name }) => taskId && !tasks.get(taskId)?.includes(name))).toEqual([])
  expect([...acceptances(world)].filter(([, count]) => count > 1)).toEqual([])
  expectRightCounts(world)

  if (lost.length > 0) {
    await resolve(world.deps, operator, { id: batch.id, rowIds: lost, decision: 'resubmit' })
    await recover(world)
  }
  expect(idsIn(world, plan.end)).toHaveLength(plan.rows)
  const again = rows.filter(({ _id }) => lost.includes(_id)).map(({ name }) => name)
  for (const [name, count] of acceptances(world))
    expect(count).toBeLessThanOrEqual(again.includes(name) ? 2 : 1)
  expectRightCounts(world)
  expectAllTold(world, plan)
}

/** What business systems were told last of every row is how it stands. */
function expectAllTold(world: BatchWorld, { end }: Plan): void {
  const told = new Map<string, { sequence: number; state: unknown }>()
  for (const { subjectId, data } of world.store.all('events')) {
    const sequence = Number(data.sequence)
    if (sequence >= (told.get(subjectId)?.sequence ?? 0)) told.set(subjectId, { sequence, state: data.state })
  }
  const rows = rowsOf(world)
  expect(rows.map(({ _id }) => told.get(_id)?.state)).toEqual(rows.map(({ state }) => state))
  const finished = world.store.all('events').filter(({ type }) => type === 'batch.finished')
  expect(finished.length > 0).toBe(end === 'rejected')
}

test('a failure in one call leaves no other running behind the answer', async () => {
  const world = await createBatchWorld()
  let ended = 0
  world.batches.onRegister = async () => {
    if (world.batches.registrations.length === 1) throw new Error('out of memory')
    await new Promise(resolve => setTimeout(resolve, 20))
    ended += 1
    return null
  }
  const { batch } = await create(world.deps, operator, request(prepared))
  await expect(submit(world.deps, operator, { id: batch.id })).rejects.toThrow('out of memory')
  expect(ended).toBe(2)
  expect(idsIn(world, 'accepted')).toHaveLength(15)
  expectRightCounts(world)
})
