import { type Batch, type BatchRow, idsByNumber } from '../../domain/batch/row'
import { nextRowLook } from '../../domain/batch/schedule'
import type { PreparedRow, RowProgress } from '../../vendors/batch'
import { isOutOfTime } from '../../vendors/call'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { slices } from '../kit/slices'
import { batchDriver } from './driver'
import { dueRows, type Followed } from './followed'
import { move } from './rows'

/** Sub-tasks of one question; the vendor states no limit, this is the one of its other calls. */
export const questionSize = 10
const lanes = 6
/** Every so many looks in vain, after about a day, the vendor is asked for the truth about an organization in any case. */
const doubt = 60

/**
 * Asks the vendor about the rows that are due. Its cost grows with the open rows: those that ended are never due.
 * `watched`: somebody looks at the board right now.
 */
export async function follow(deps: Deps, batch: Batch, deadline: number, watched: boolean): Promise<void> {
  const now = deps.clock()
  const rows = await dueRows(deps, batch._id, now, watched)
  const unchanged: Followed[] = []
  const write = () => lookedInVain(deps, unchanged.splice(0))
  const inVain: InVain = async looked => {
    unchanged.push(...looked)
    if (unchanged.length >= writtenAtOnce) await write()
  }
  const jobs: Job[] = [
    ...grouped(rows.filter(inState('accepted')), row => row.taskId).map(
      group => () => askPrepared(deps, group, inVain),
    ),
    ...slices(rows.filter(inState('ready', 'processing')), questionSize).map(
      group => () => askProgress(deps, group, inVain),
    ),
    ...rows.filter(inState('indeterminate')).map(row => () => askStanding(deps, row, inVain)),
  ]
  try {
    await inLanes(lanes, work)
  } finally {
    await write()
  }

  async function work(): Promise<void> {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      if (deps.clock() > deadline || !deps.hasTime()) return
      jobs.push(...(await job()))
    }
  }
}

type Job = () => Promise<Job[]>
const nothingMore: Job[] = []

/** Rows that were looked at and have not changed; whoever dies before they are written looks at them again. */
type InVain = (rows: readonly Followed[]) => Promise<void>

/** Rows that have not changed, of many questions, in one write. */
const writtenAtOnce = 200

/** Are the links of a task there? Rows are told apart by their name, the only thing the vendor repeats. */
async function askPrepared(deps: Deps, rows: Some<Followed>, inVain: InVain): Promise<Job[]> {
  const outcome = await batchDriver(deps).prepared(rows[0].taskId ?? '')
  if (isOutOfTime(outcome)) return nothingMore
  const entries = outcome.kind === 'ok' ? outcome.value : []
  if (outcome.kind !== 'ok') warn(deps, 'prepared', outcome)
  const byName = new Map(entries.map(entry => [sameName(entry.name), entry]))
  const entryOf = (row: Followed) => byName.get(sameName(row.name))
  const ready: [Followed, PreparedRow][] = []
  for (const row of rows) {
    const entry = entryOf(row)
    if (!entry) continue
    if (entry.already) await endedBefore(deps, row, 'alreadyVerified', entry)
    else if (entry.failure) await endedBefore(deps, row, 'vendorFailed', entry)
    else ready.push([row, entry])
  }
  await recordReady(deps, ready)
  await inVain(rows.filter(row => !entryOf(row)))
  return nothingMore
}

const endedBefore = (
  deps: Deps,
  row: Followed,
  cause: Ending,
  { subTaskId, failure }: PreparedRow,
): Promise<void> => ended(deps, row, cause, { subTaskId: subTaskId || null, vendorText: failure })

/** One write for all rows of the task: each finds its own by its number. */
async function recordReady(deps: Deps, ready: readonly [Followed, PreparedRow][]): Promise<void> {
  const [first] = ready
  if (!first) return
  const subTasks = idsByNumber(ready.map(([{ number }, { subTaskId }]) => [number, subTaskId]))
  const ids = ready.map(([{ _id }]) => _id)
  const changes = { subTaskId: null, subTasks, ...lookedAt(deps, 'ready') }
  await move(deps, ids, 'linkPrepared', changes, sameTask(first[0]))
}

async function askProgress(deps: Deps, rows: Followed[], inVain: InVain): Promise<Job[]> {
  const ids = rows.flatMap(({ subTaskId }) => subTaskId ?? [])
  const outcome = await batchDriver(deps).progress(ids)
  if (isOutOfTime(outcome)) return nothingMore
  if (outcome.kind !== 'ok') {
    warn(deps, 'progress', outcome)
    await inVain(rows)
    return nothingMore
  }
  const bySubTask = new Map(outcome.value.map(each => [each.subTaskId, each]))
  const unchanged: Followed[] = []
  const doubtful: Followed[] = []
  const changed: News[] = []
  for (const row of rows) {
    const progress = bySubTask.get(row.subTaskId ?? '')
    if (progress && (await recordedEnd(deps, row, progress))) continue
    const news = progress && newsOf(row, progress)
    // What the batch calls "Authorization" is not yet verified: only this question tells.
    const submitted = progress?.standing === 'submitted'
    if (submitted || row.suspected || row.fruitless % doubt === doubt - 1)
      doubtful.push(news?.starts ? { ...row, state: 'processing' } : row)
    if (news) changed.push(news)
    else unchanged.push(row)
  }
  for (const group of grouped(changed, ({ row, starts, rawStatus }) => `${row.state} ${starts} ${rawStatus}`))
    await recordNews(deps, group)
  await inVain(unchanged)
  return doubtful.map(row => () => askStanding(deps, row, inVain))
}

async function recordedEnd(
  deps: Deps,
  row: Followed,
  { standing, rawStatus, failure }: RowProgress,
): Promise<boolean> {
  if (standing !== 'failed' && standing !== 'already') return false
  const cause = standing === 'already' ? 'alreadyVerified' : 'vendorFailed'
  await ended(deps, row, cause, { rawStatus, vendorText: failure })
  return true
}

/** What the vendor says of a row that it did not say before. */
interface News {
  row: Followed
  /** Its administrator has begun. */
  starts: boolean
  rawStatus: string
  authorizationId: string | null
}

function newsOf(row: Followed, { standing, rawStatus, authorizationId: told }: RowProgress): News | null {
  const begun = standing === 'started' || standing === 'submitted'
  const starts = begun && row.state === 'ready'
  const authorizationId = told ?? row.authorizationId
  const isOld = rawStatus === row.rawStatus && authorizationId === row.authorizationId
  return isOld && !starts ? null : { row, starts, rawStatus, authorizationId }
}

/** One write for all rows of which the same is new. */
async function recordNews(deps: Deps, group: Some<News>): Promise<void> {
  const [{ starts, rawStatus, row }] = group
  const ids = group.map(each => each.row._id)
  const authorizations = idsByNumber(group.map(each => [each.row.number, each.authorizationId]))
  const news = { rawStatus, authorizationId: null, authorizations }
  const tasks = sameTasks(group.map(each => each.row))
  if (starts) {
    await move(deps, ids, 'vendorStarted', { ...news, ...lookedAt(deps, 'processing') }, tasks)
    return
  }
  const set = { ...news, updatedAt: deps.clock(), fruitless: 0, ...lookedAt(deps, row.state) }
  await deps.store.updateMany('batch_rows', [['_id', 'in', ids], ['state', 'eq', row.state], ...tasks], {
    set,
  })
}

/** The truth about one organization: the only way to `verified`. */
export async function askStanding(
  deps: Deps,
  row: Followed,
  inVain: InVain = looked => lookedInVain(deps, looked),
): Promise<Job[]> {
  const outcome = await batchDriver(deps).standing({ name: row.name, creditCode: row.creditCode })
  if (isOutOfTime(outcome)) return nothingMore
  if (outcome.kind !== 'ok') {
    warn(deps, 'standing', outcome)
    if (row.state === 'indeterminate') await inVain([row])
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
  if (row.state === 'indeterminate') await inVain([row])
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

const sameTasks = (rows: readonly Followed[]) =>
  [['taskId', 'in', [...new Set(rows.flatMap(({ taskId }) => taskId ?? []))]]] as const

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

/** At least one. */
type Some<T> = [T, ...T[]]

function grouped<T>(all: readonly T[], keyOf: (each: T) => string | null): Some<T>[] {
  const groups = new Map<string | null, Some<T>>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return [...groups.values()]
}
