import type { RowCause } from '../../domain/batch/lifecycle'
import { type PackLimits, packChunk } from '../../domain/batch/pack'
import {
  adminIdTypeOf,
  authorizationOf,
  type Batch,
  type BatchRow,
  type Pause,
  type RowProblem,
} from '../../domain/batch/row'
import { nextDay } from '../../domain/day'
import type { RegistrationRow, RowFile } from '../../vendors/batch'
import { isOutOfTime } from '../../vendors/call'
import type { Failure } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { batchDriver } from './driver'
import { removeFiles } from './edit'
import { takeOfToday } from './quota'
import { fieldsOf, move, type RowChanges } from './rows'

/** Rows fetched at a time; sealed, so not all of a batch at once. */
const pageSize = 200
/** Calls under way at a time; the pace of calls is the driver's. */
const lanes = 12
/** ms after which a row that is still being sent belongs to a process that died. Longer than any function lives. */
const sendingTime = 90_000
/** ms until the vendor is asked about rows it has just accepted. */
const firstLook = 3000
/** ms until the vendor is asked about rows of which nobody knows whether they arrived. */
const secondThought = 60_000

/**
 * Sends what is queued, at most ten rows a call, until the deadline. Every row is marked as being sent before its
 * call and never goes back into the queue unless it is certain that nothing was created: a row is not submitted twice.
 * Returns why it stopped early, if it did.
 */
export async function send(deps: Deps, batch: Batch, deadline: number): Promise<Pause | null> {
  const driver = batchDriver(deps)
  const waiting = waitingRows(deps, batch._id)
  let pause: Pause | null = null
  const goesOn = () => !pause && deps.clock() < deadline && deps.hasTime()
  const sendNext = async (): Promise<boolean> => {
    const rows = await waiting.take(driver.limits)
    if (rows.length === 0) return false
    const reason = await sendChunk(deps, batch, driver, rows)
    waiting.release(rows)
    pause ??= reason
    return true
  }
  // What was the matter may be the matter still: one call finds out, and the others are not refused beside it.
  if (batch.paused && goesOn()) await sendNext()
  await inLanes(lanes, async () => {
    while (goesOn() && (await sendNext()));
  })
  return pause
}

/** The queue of a batch for all lanes of a run: no lane waits for another, and what comes back is handed out again. */
function waitingRows(deps: Deps, batchId: string) {
  const rows: BatchRow[] = []
  const taken = new Set<string>()
  let filling: Promise<void> | null = null

  return {
    /** The rows of the next call; none: the queue is empty. */
    async take(limits: PackLimits): Promise<BatchRow[]> {
      if (rows.length === 0) {
        filling ??= fill()
        await filling
      }
      const chunk = rows.splice(0, packChunk(rows.map(sizeOf), limits))
      for (const { _id } of chunk) taken.add(_id)
      return chunk
    },
    release(chunk: readonly BatchRow[]): void {
      for (const { _id } of chunk) taken.delete(_id)
    },
  }

  async function fill(): Promise<void> {
    try {
      rows.push(...(await queued(deps, batchId)).filter(({ _id }) => !taken.has(_id)))
    } finally {
      filling = null
    }
  }
}

function queued({ store }: Deps, batchId: string): Promise<BatchRow[]> {
  return store.find('batch_rows', {
    where: [
      ['batchId', 'eq', batchId],
      ['state', 'eq', 'queued'],
    ],
    orderBy: [['number', 'asc']],
    limit: pageSize,
  })
}

const sizeOf = ({ solo, attachments }: BatchRow) => ({
  solo,
  bytes: attachments.reduce((sum, { size }) => sum + size, 0),
})

async function sendChunk(
  deps: Deps,
  batch: Batch,
  driver: ReturnType<typeof batchDriver>,
  rows: readonly BatchRow[],
): Promise<Pause | null> {
  const { vendor, limits } = driver
  // Whatever can fail on our side fails before a row is marked as being sent.
  const prepared = await readyToSend(deps, batch, rows)
  if (!(await takeOfToday(deps, vendor, prepared.length, limits.rowsPerDay))) {
    return { code: 'DAILY_LIMIT', until: nextDay(deps.clock()) }
  }
  const giveBack = (count: number) => takeOfToday(deps, vendor, -count, limits.rowsPerDay)
  const chunkId = deps.random(12)
  const claimed = await claim(deps, prepared, chunkId)
  await giveBack(prepared.length - claimed.length)
  if (claimed.length === 0) return null

  const ids = claimed.map(({ row }) => row._id)
  // Nothing was created, or nobody knows: by then a row may be on its way again by another call.
  const conclude: Conclude = (ids, cause, changes) =>
    move(deps, ids, cause, changes, [['chunkId', 'eq', chunkId]])
  const outcome = await driver.register({
    linkMode: batch.linkMode,
    rows: claimed.map(({ registration }) => registration),
  })
  if (outcome.kind === 'ok') {
    const said = outcome.value
    if (said.kind === 'accepted') {
      const dueAt = deps.clock() + firstLook
      await move(deps, ids, 'taskAccepted', { taskId: said.taskId, dueAt, attachments: [] })
      for (const { row } of claimed) await removeFiles(deps, row)
    } else {
      await refused(deps, conclude, ids, said.texts)
      await giveBack(ids.length)
    }
    return null
  }
  logFailure(deps, batch, outcome, ids.length)
  if (outcome.kind === 'indeterminate') {
    await conclude(ids, 'answerLost', { dueAt: deps.clock() + secondThought })
    return null
  }
  const pause = pauseFor(deps, outcome)
  if (pause || isOutOfTime(outcome)) await conclude(ids, 'notSent', { chunkId: null, dueAt: deps.clock() })
  else await refused(deps, conclude, ids, [])
  await giveBack(ids.length)
  return pause
}

/** Takes rows out of the queue for this call; those another runner was first with are not among them. */
async function claim(deps: Deps, prepared: readonly Prepared[], chunkId: string): Promise<Prepared[]> {
  const ids = prepared.map(({ row }) => row._id)
  const dueAt = deps.clock() + sendingTime
  const count = await move(deps, ids, 'claimed', { chunkId, dueAt })
  if (count === prepared.length) return [...prepared]
  const ours = await deps.store.find('batch_rows', {
    where: [['chunkId', 'eq', chunkId]],
    fields: ['_id'],
    limit: prepared.length,
  })
  return prepared.filter(({ row }) => ours.some(({ _id }) => _id === row._id))
}

/** Moves rows of one call. */
type Conclude = (ids: readonly string[], cause: RowCause, changes: RowChanges) => Promise<number>

interface Prepared {
  row: BatchRow
  registration: RegistrationRow
}

/** Unseals the rows and fetches their files; a row whose file is gone fails by itself. */
async function readyToSend(deps: Deps, batch: Batch, rows: readonly BatchRow[]): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const row of rows) {
    const registration = await registrationOf(deps, batch, row)
    if (typeof registration !== 'string') prepared.push({ row, registration })
    else await move(deps, [row._id], 'rowRefused', { vendorText: null, problem: registration })
  }
  return prepared
}

async function registrationOf(
  deps: Deps,
  batch: Batch,
  row: BatchRow,
): Promise<RegistrationRow | RowProblem> {
  const fields = fieldsOf(deps, row)
  if (!fields) return 'dataGone'
  const files: { kind: 'licence' | 'letter'; file: RowFile }[] = []
  for (const { kind, fileId, type, size } of row.attachments) {
    const bytes = await deps.files.download(fileId, size).catch(() => null)
    if (!bytes) return 'attachmentLost'
    files.push({ kind, file: { type, bytes } })
  }
  const { adminName: name, adminMobile: mobile, adminIdNumber: idNumber } = fields
  return {
    name: fields.name,
    creditCode: fields.creditCode,
    legalName: fields.legalName,
    address: fields.address,
    administrator:
      name && mobile ? { name, mobile, idType: adminIdTypeOf(fields.adminIdType), idNumber } : null,
    authorization: authorizationOf(fields.authorization) ?? batch.authorization,
    licence: files.find(({ kind }) => kind === 'licence')?.file ?? null,
    letters: files.filter(({ kind }) => kind === 'letter').map(({ file }) => file),
  }
}

/** Nothing was created. The rows at fault fail; the others go again, one by one when nobody said which is at fault. */
async function refused(
  deps: Deps,
  conclude: Conclude,
  ids: readonly string[],
  texts: readonly string[],
): Promise<void> {
  const guilty = ids.filter((_, index) => texts[index])
  if (guilty.length === 0 && ids.length === 1) {
    await conclude(ids, 'rowRefused', { vendorText: null })
    return
  }
  for (const [index, id] of ids.entries()) {
    const text = texts[index]
    if (text) await conclude([id], 'rowRefused', { vendorText: text.slice(0, 500) })
  }
  // Those at fault are not being sent any more.
  await conclude(ids, 'notSent', {
    chunkId: null,
    dueAt: deps.clock(),
    ...(guilty.length === 0 && { solo: true }),
  })
}

const minutes = 60_000

function pauseFor({ clock }: Deps, failure: Failure): Pause | null {
  const { kind, code } = failure
  if (isOutOfTime(failure)) return null
  if (kind === 'transient') {
    const { retryAfterMs = 0.5 * minutes } = failure
    return { code: 'VENDOR_UNAVAILABLE', until: clock() + retryAfterMs }
  }
  if (kind === 'misconfigured') return { code: 'VENDOR_MISCONFIGURED', until: clock() + 10 * minutes }
  return code.startsWith('QUOTA') ? { code: 'VENDOR_QUOTA', until: clock() + 60 * minutes } : null
}

function logFailure({ log }: Deps, batch: Batch, { kind, code, detail }: Failure, rows: number): void {
  log.warn('batch.register', { batch: batch._id, kind, code, detail, rows })
}
