import type { RowView } from '../../cloudfunctions/contract/batch'
import { noCounts, type RowState } from '../../cloudfunctions/domain/batch/lifecycle'
import type { BatchRow } from '../../cloudfunctions/domain/batch/row'
import { sandboxOperatorCode } from '../../sandbox/settings'
import { headingLine, line, made } from '../support/batch-world'
import { eventually } from '../support/eventually'
import { type ChaosWorld, type Flow, openChaosWorld, registration } from './world'

/** `npm run chaos` plays it with 1,000: there are calls enough to die in, and kills enough to die by. */
const size = Number(process.env.CHAOS_ROWS ?? 100)
const isFull = size >= 500
/** After how many writes of an import, fifty rows at once, and how many calls more, of each kind, the cloud is killed. */
const killsAt = isFull
  ? { cuts: 2, cutAt: 400, submit: 12, sends: [10, 20], urls: [3, 8], tasks: [5], again: 3 }
  : { cuts: 1, cutAt: 75, submit: null, sends: [], urls: [2], tasks: [], again: 1 }
const poisons = isFull ? [{ poison: 'huge' }, { poison: 'half' }, { poison: 'drip' }] : []
const faults = [
  ...poisons,
  { drop: 'before' },
  { drop: 'after' },
  { hang: true },
  { garbage: true },
  { error: { code: 'RequestLimitExceeded', message: 'too many' } },
  { error: { code: 'InternalError', message: 'an internal error' } },
]
const urls = '/DescribeBatchOrganizationRegistrationUrls'
const tasks = '/DescribeBatchOrganizationRegistrationTasks'
const standing = '/DescribeOrganizationAuthStatus'
const link = '/CreateBatchOrganizationAuthorizationUrl'
const actions = [registration, urls, tasks, standing, link]
/** ms from the vendor's answer until it is written down, with a cloud that has much to do on a slow machine. */
const underWay = 5000

/** Far more than any of it takes: a slow machine is no failure. */
const patience = isFull ? 900_000 : 180_000
jest.setTimeout(isFull ? 1_800_000 : 600_000)

let world: ChaosWorld
let id: string
/** As they were found in the database last. */
let rows: BatchRow[]

beforeAll(async () => {
  world = await openChaosWorld('oChaosOperator01')
  await world.sweep()
  await world.act('operator.claim', { code: sandboxOperatorCode })
  for (const path of actions) for (const fault of faults) await world.control('next', { path, ...fault })
  // So that there is always a call under way.
  await world.control('next', { path: registration, latencyMs: 150, times: 1000 })
})
afterAll(() => world.close())

const board = async (): Promise<RowView[]> => (await world.act('batch.get', { id, since: 0 })).rows
const idsIn = async (...states: RowState[]): Promise<string[]> =>
  (await board()).filter(({ state }) => states.includes(state)).map(row => row.id)

/** Sweeps until no row is in any of these states. */
const sweepWhile = (...states: RowState[]) =>
  eventually(async () => {
    await world.sweep()
    if ((await idsIn(...states)).length === 0) return true
    // A pause that a fault has brought about is over sooner.
    await world.pass(40_000)
    return false
  }, patience)

/** How often the simulator accepted each organization. */
async function acceptances(): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { organizationName: name } of (await world.tasks()).flatMap(({ rows }) => rows))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** A round is one submission by a person; more than that is sent by nobody. */
async function expectNoDouble(rows: readonly Pick<BatchRow, 'name' | 'round'>[]): Promise<void> {
  const accepted = await acceptances()
  expect(rows.filter(({ name, round }) => (accepted.get(name) ?? 0) > round)).toEqual([])
}

/** The database against the simulator, row by row. */
async function expectEverythingFits(): Promise<void> {
  const found = await world.documents()
  rows = found.rows
  const counts = noCounts()
  for (const { state } of rows) counts[state] += 1
  expect(found.batch).toMatchObject({ counts, busyUntil: 0, outbox: [] })
  const flows = new Map<string | null, [string, Flow]>()
  for (const task of await world.tasks())
    for (const flow of task.rows) flows.set(flow.subTaskId, [task.taskId, flow])
  const unfit = rows.filter(({ taskId, subTaskId, name }) => {
    const [task, flow] = flows.get(subTaskId) ?? []
    return subTaskId !== null && (task !== taskId || flow?.organizationName !== name)
  })
  expect(unfit).toEqual([])
  await expectNoDouble(rows)
}

test('an import that is cut off is completed by the same request', async () => {
  const text = [headingLine, ...Array.from({ length: size }, (_, index) => line(index + 1))].join('\n')
  // Longer than a call may be it goes by cloud storage, as from the page; what is the same list is the same intent.
  const source = async () =>
    isFull
      ? {
          kind: 'file' as const,
          fileId: await world.upload(`imports/chaos-import-${String(++uploads).padStart(4, '0')}.txt`, text),
        }
      : { kind: 'text' as const, text }
  let uploads = 0
  const create = async () =>
    world.act('batch.create', {
      clientKey: 'key-chaos-batch-0001',
      title: '一千家',
      linkMode: 'single',
      source: await source(),
    })
  const written: number[] = []
  while (written.length < killsAt.cuts) {
    await world.disk(`die ${killsAt.cutAt}`)
    await create().catch(() => {})
    await world.disk(null)
    await world.kill()
    written.push((await world.documents()).rows.length)
  }
  expect(written.filter(count => count === 0 || count === size)).toEqual([])
  const { batch } = made(await create())
  id = batch.id
  expect(batch).toMatchObject({ total: size, sendable: size })
  expect((await board()).map(({ number }) => number)).toEqual(Array.from({ length: size }, (_, at) => at + 1))
})

test('whatever dies or is lost while it is sent, no row is sent twice', async () => {
  const submit = () => world.act('batch.submit', { id, confirmed: true })
  // Of few rows all calls are under way at once, and none would be left of which anything is known.
  if (killsAt.submit === null) await submit()
  else await world.killDuring(submit, registration, killsAt.submit)
  for (const calls of killsAt.sends) await world.killDuring(world.sweep, registration, calls)
  await sweepWhile('queued', 'sending')
  const seen = await board()
  await expectNoDouble(seen.map(({ name }) => ({ name, round: 1 })))
  const lost = seen.filter(({ state }) => state === 'indeterminate').map(({ name }) => name)
  const submissions = await world.submissions()
  const answered = submissions.filter(
    ({ at, isSpoiled }) => !isSpoiled && !world.kills.some(kill => at > kill - underWay && at < kill + 500),
  )
  // On a crowded machine the moments around the kills may leave few calls to judge, or none.
  expect(lost.filter(name => answered.some(({ names }) => names.includes(name)))).toEqual([])
})

test('the link of every row that arrived is found in the end', async () => {
  for (const calls of killsAt.urls) await world.killDuring(world.sweep, urls, calls)
  for (const calls of killsAt.tasks) await world.killDuring(world.sweep, tasks, calls)
  await sweepWhile('accepted')
  await expectEverythingFits()
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['ready', 'indeterminate']))
  expect(rows.filter(({ round }) => round !== 1)).toEqual([])
  expect(rows.filter(({ state, subTaskId }) => state === 'ready' && subTaskId === null)).toEqual([])
})

test('what nobody knows is sent again by a person, and then every row is ready', async () => {
  const lost = await idsIn('indeterminate')
  const sendAgain = async () => {
    const rowIds = await idsIn('indeterminate')
    if (rowIds.length > 0) await world.act('batch.resolve', { id, rowIds, decision: 'resubmit' })
  }
  await world.killDuring(sendAgain, registration, killsAt.again)
  // A kill while these were sent again leaves some of which nobody knows; a person decides once more.
  await eventually(async () => {
    await sendAgain()
    if ((await idsIn('draft')).length > 0) await world.act('batch.submit', { id, confirmed: true })
    await world.sweep()
    if ((await idsIn('ready')).length === size) return true
    await world.pass(40_000)
    return false
  }, patience)
  await expectEverythingFits()
  expect(rows.filter(({ _id, round }) => round > 1 !== lost.includes(_id))).toEqual([])
})

test('one link for all of them', async () => {
  const { links } = await world.act('batch.links', { id })
  expect(links).toMatchObject([{ rows: size }])
  const made = await eventually(() => world.act('batch.link', { id, group: links[0]?.group ?? '' }), patience)
  expect(made.link).toMatchObject({ state: 'live', leftOut: [] })
})

test('notices that are lost or doubled change nothing about the end', async () => {
  const chosen = isFull ? rows : rows.slice(0, 12)
  for (const [index, { subTaskId }] of chosen.entries()) {
    const callback = isFull ? 'missing' : callbacks[index % 3]
    await world.control('next', { path: '/__sandbox/act', callback })
    await world.control('act', { subTaskId, action: index % 2 ? 'fail' : 'pass' })
  }
  // A lost notice is made up for by the next look, ten minutes after the one before.
  await world.pass(11 * 60_000)
  await eventually(async () => {
    await world.sweep()
    if ((await idsIn('verified', 'rejected')).length === chosen.length) return true
    await world.pass(11 * 60_000)
    return false
  }, patience)
  await expectEverythingFits()
  expect(rows.slice(0, chosen.length).map(({ state }) => state)).toEqual(
    chosen.map((_, index) => (index % 2 ? 'rejected' : 'verified')),
  )
})
const callbacks = ['normal', 'missing', 'duplicate']

test('every fault has happened', async () => {
  const { queue } = await world.control('next')
  const left = (queue as { path: string; latencyMs?: number }[]).filter(({ latencyMs }) => !latencyMs)
  expect(left).toEqual([])
  const accepted = [...(await acceptances()).values()].reduce((sum, count) => sum + count, 0)
  const again = rows.reduce((sum, { round }) => sum + round - 1, 0)
  process.stdout.write(
    `rows ${size}, kills ${world.kills.length}, faults ${actions.length * faults.length}, ` +
      `accepted ${accepted}, sent again by a person ${again}, double 0\n`,
  )
})
