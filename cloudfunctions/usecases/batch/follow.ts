import type { Batch, BatchRow } from '../../domain/batch/row'
import { nextRowLook } from '../../domain/batch/schedule'
import type { Condition } from '../../platform/store'
import type { PreparedRow, RowProgress } from '../../vendors/batch'
import { isOutOfTime } from '../../vendors/call'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { batchDriver } from './driver'
import { move } from './rows'

/** Sub-tasks of one question; the vendor states no limit, this is the one of its other calls. */
export const questionSize = 10
/** Rows taken up in one run. */
const runSize = 1000
const lanes = 6
/** Every so many looks in vain, after about a day, the vendor is asked for the truth about an organization in any case. */
const doubt = 60

const followed = [
  '_id',
  'name',
  'creditCode',
  'state',
  'taskId',
  'subTaskId',
  'authorizationId',
  'rawStatus',
  'letterRejected',
  'suspected',
  'fruitless',
  'updatedAt',
] as const satisfies readonly (keyof BatchRow)[]
export type Followed = Pick<BatchRow, (typeof followed)[number]>

/** When somebody watches, rows are looked at again after this time, ms, however long nothing has happened. */
const watchedPause = 15_000

/**
 * Asks the vendor about the rows that are due. Its cost grows with the open rows: those that ended are never due.
 * `watched`: somebody looks at the board right now.
 */
export async function follow(deps: Deps, batch: Batch, deadline: number, watched: boolean): Promise<void> {
  const now = deps.clock()
  const rows = await dueRows(deps, batch._id, now, watched)
  const jobs = [
    ...grouped(rows.filter(inState('accepted')), row => row.taskId ?? '').map(
      group => () => askPrepared(deps, group),
    ),
    ...slices(rows.filter(inState('ready', 'processing')), questionSize).map(
      group => () => askProgress(deps, group),
    ),
    ...rows.filter(inState('indeterminate')).map(row => () => askStanding(deps, row)),
  ]
  await inLanes(lanes, work)

  async function work(): Promise<void> {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      if (deps.clock() > deadline || !deps.hasTime()) return
      jobs.push(...(await job()))
    }
  }
}

type Job = () => Promise<Job[]>
const nothingMore: Job[] = []

/** The open rows to which the condition applies, of any batch. */
export async function followedRows(
  { store }: Deps,
  condition: Condition<BatchRow>,
): Promise<(Followed & { batchId: string })[]> {
  return store.find('batch_rows', {
    where: [
      condition,
      ['state', 'in', ['accepted', 'ready', 'processing', 'indeterminate', 'rejected', 'canceled']],
    ],
    fields: [...followed, 'batchId'],
    limit: 100,
  })
}

async function dueRows(deps: Deps, batchId: string, now: number, watched: boolean): Promise<Followed[]> {
  const ask = (states: BatchRow['state'][], moment: Condition<BatchRow>) =>
    deps.store.find('batch_rows', {
      where: [['batchId', 'eq', batchId], ['state', 'in', states], moment],
      fields: followed,
      orderBy: [['lookedAt', 'asc']],
      limit: runSize,
    })
  const due = ['dueAt', 'lte', now] as const
  return [
    ...(await ask(['accepted', 'indeterminate'], due)),
    ...(await ask(['ready', 'processing'], watched ? ['lookedAt', 'lte', now - watchedPause] : due)),
  ]
}

/** Are the links of a task there? Rows are told apart by their name, the only thing the vendor repeats. */
async function askPrepared(deps: Deps, rows: Followed[]): Promise<Job[]> {
  const outcome = await batchDriver(deps).prepared(rows[0]?.taskId ?? '')
  if (isOutOfTime(outcome)) return nothingMore
  const entries = outcome.kind === 'ok' ? outcome.value : []
  if (outcome.kind !== 'ok') warn(deps, 'prepared', outcome)
  const byName = new Map(entries.map(entry => [sameName(entry.name), entry]))
  const left: Followed[] = []
  for (const row of rows) {
    const entry = byName.get(sameName(row.name))
    if (entry) await recordPrepared(deps, row, entry)
    else left.push(row)
  }
  await lookedInVain(deps, left)
  return nothingMore
}

async function recordPrepared(deps: Deps, row: Followed, entry: PreparedRow): Promise<void> {
  const subTaskId = entry.subTaskId || null
  if (entry.already) return ended(deps, row, 'alreadyVerified', { subTaskId, vendorText: entry.failure })
  if (entry.failure) return ended(deps, row, 'vendorFailed', { subTaskId, vendorText: entry.failure })
  await move(deps, [row._id], 'linkPrepared', { subTaskId, ...lookedAt(deps, 'ready') }, sameTask(row))
}

async function askProgress(deps: Deps, rows: Followed[]): Promise<Job[]> {
  const ids = rows.flatMap(({ subTaskId }) => subTaskId ?? [])
  const outcome = await batchDriver(deps).progress(ids)
  if (isOutOfTime(outcome)) return nothingMore
  if (outcome.kind !== 'ok') {
    warn(deps, 'progress', outcome)
    await lookedInVain(deps, rows)
    return nothingMore
  }
  const bySubTask = new Map(outcome.value.map(each => [each.subTaskId, each]))
  const unchanged: Followed[] = []
  const doubtful: Followed[] = []
  for (const row of rows) {
    const progress = bySubTask.get(row.subTaskId ?? '')
    const now = progress ? await recordProgress(deps, row, progress) : 'unchanged'
    if (now === 'ended') continue
    // What the batch calls "Authorization" is not yet verified: only this question tells.
    const submitted = progress?.standing === 'submitted'
    if (submitted || row.suspected || row.fruitless % doubt === doubt - 1) doubtful.push(row)
    if (now === 'unchanged') unchanged.push(row)
  }
  await lookedInVain(deps, unchanged)
  return doubtful.map(row => () => askStanding(deps, row))
}

async function recordProgress(
  deps: Deps,
  row: Followed,
  { standing, rawStatus, failure, authorizationId }: RowProgress,
): Promise<'ended' | 'moved' | 'unchanged'> {
  if (standing === 'failed' || standing === 'already') {
    const cause = standing === 'already' ? 'alreadyVerified' : 'vendorFailed'
    await ended(deps, row, cause, { rawStatus, vendorText: failure })
    return 'ended'
  }
  const news = { rawStatus, authorizationId: authorizationId ?? row.authorizationId }
  const begun = standing === 'started' || standing === 'submitted'
  if (begun && row.state === 'ready') {
    await move(deps, [row._id], 'vendorStarted', { ...news, ...lookedAt(deps, 'processing') }, sameTask(row))
    return 'moved'
  }
  if (rawStatus === row.rawStatus && news.authorizationId === row.authorizationId) return 'unchanged'
  await noted(deps, row, news)
  return 'moved'
}

/** The truth about one organization: the only way to `verified`. */
export async function askStanding(deps: Deps, row: Followed): Promise<Job[]> {
  const outcome = await batchDriver(deps).standing({ name: row.name, creditCode: row.creditCode })
  if (isOutOfTime(outcome)) return nothingMore
  if (outcome.kind !== 'ok') {
    warn(deps, 'standing', outcome)
    if (row.state === 'indeterminate') await lookedInVain(deps, [row])
    return nothingMore
  }
  const { standing, rawStatus, reason } = outcome.value
  if (standing === 'verified') {
    await ended(deps, row, 'vendorVerified', { rawStatus, vendorText: null, letterRejected: false })
    return nothingMore
  }
  const letterRejected = standing === 'letterRejected'
  const vendorText = letterRejected ? reason.slice(0, 500) : null
  if (letterRejected !== row.letterRejected) await noted(deps, row, { letterRejected, vendorText })
  if (row.suspected)
    await deps.store.updateMany('batch_rows', [['_id', 'eq', row._id]], { set: { suspected: false } })
  if (row.state === 'indeterminate') await lookedInVain(deps, [row])
  return nothingMore
}

type Ending = 'vendorVerified' | 'vendorFailed' | 'alreadyVerified'

async function ended(deps: Deps, row: Followed, cause: Ending, news: Partial<BatchRow>): Promise<void> {
  const { vendorText, ...rest } = news
  const set = {
    ...rest,
    vendorText: vendorText?.slice(0, 500) ?? null,
    suspected: false,
    lookedAt: deps.clock(),
  }
  await move(deps, [row._id], cause, set, sameTask(row))
}

/** Something that is shown changed, and the state did not. */
async function noted(deps: Deps, row: Followed, news: Partial<BatchRow>): Promise<void> {
  const set = { ...news, updatedAt: deps.clock(), fruitless: 0, ...lookedAt(deps, row.state) }
  await deps.store.updateMany(
    'batch_rows',
    [['_id', 'eq', row._id], ['state', 'eq', row.state], ...sameTask(row)],
    { set },
  )
}

/** A row that was sent again meanwhile is another one. */
const sameTask = ({ taskId }: Followed) => (taskId === null ? [] : ([['taskId', 'eq', taskId]] as const))

/** Something new was seen just now. */
function lookedAt({ clock }: Deps, state: BatchRow['state']) {
  const now = clock()
  return { lookedAt: now, dueAt: nextRowLook(now, { state, fruitless: 0, updatedAt: now }) }
}

/** Nothing new: the next look comes later. Rows that are looked at again together are written together. */
async function lookedInVain(deps: Deps, rows: readonly Followed[]): Promise<void> {
  const now = deps.clock()
  const nextOf = (row: Followed) => nextRowLook(now, { ...row, fruitless: row.fruitless + 1 })
  for (const group of grouped(rows, row => `${row.state} ${row.fruitless} ${nextOf(row)}`)) {
    const [first] = group
    if (!first) continue
    const fruitless = first.fruitless + 1
    await deps.store.updateMany(
      'batch_rows',
      [
        ['_id', 'in', group.map(({ _id }) => _id)],
        ['state', 'eq', first.state],
      ],
      { set: { fruitless, lookedAt: now, dueAt: nextOf(first) } },
    )
  }
}

function warn(
  { log }: Deps,
  question: string,
  { kind, code, detail }: { kind: string; code: string; detail: string },
) {
  log.warn('batch.follow', { question, kind, code, detail })
}

/** Vendors repeat a name as they like to write it. */
const sameName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

const inState =
  (...states: BatchRow['state'][]) =>
  ({ state }: Followed) =>
    states.includes(state)

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return [...groups.values()]
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}
