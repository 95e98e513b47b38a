import type { AdministratorInput, RepairResult, RowsResult } from '../../contract/batch'
import type { Batch, BatchRow, ClearingProblem, RowFields } from '../../domain/batch/row'
import type { Withdrawn } from '../../vendors/batch'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { actionErrorOf } from '../kit/problem'
import { recheck } from './check'
import { recordAct } from './commit'
import { batchDriver } from './driver'
import { backToDraft, removeFiles, rewritten } from './edit'
import { askStanding, questionSize } from './follow'
import { batchOf, chosenRows, fieldsOf, move, recount, written } from './rows'
import { carryOn, patience, queue } from './submit'
import { rowsResult } from './view'

const atVendor: readonly BatchRow['state'][] = ['accepted', 'ready', 'processing']

/**
 * Rows that went to the wrong administrator: what is unfinished at the vendor is cleared, the rows get the right one and
 * go again. What the vendor does not let go of stays as it was and is named.
 * Throws NOT_FOUND and what became of the call; nothing has changed then.
 */
export async function repair(
  deps: Deps,
  operator: string,
  { id, rowIds, administrator }: { id: string; rowIds: string[]; administrator: AdministratorInput },
): Promise<RepairResult> {
  const since = deps.clock()
  const rows = (await chosenRows(deps, id, rowIds)).filter(
    ({ state, sealed }) => sealed !== null && (state === 'rejected' || atVendor.includes(state)),
  )
  const stuck = await clear(deps, rows)
  const cleared = rows.filter(({ _id }) => !stuck.has(_id))
  const ids = cleared.map(({ _id }) => _id)
  await backToDraft(deps, ids, 'withdrawn')
  await backToDraft(deps, ids)
  for (const row of cleared)
    await rewritten(deps, row, written(deps, row._id, withAdministrator(deps, row, administrator)))
  await sendAgain(deps, await batchOf(deps, id), ids)
  await recordAct(deps, id, { event: 'repaired', operator, rows: ids.length })
  const notCleared = rows.flatMap(({ _id: rowId, number, name }) => {
    const kept = stuck.get(rowId)
    return kept ? [{ rowId, number, name, ...kept }] : []
  })
  return { ...(await carryOn(deps, id, since)), notCleared }
}

/**
 * What a person decides about rows that failed, or of which nobody knows whether they arrived. Before a row of the
 * latter kind goes again the vendor is asked once more; those there is no time for stay as they are.
 * Throws NOT_FOUND.
 */
export async function resolve(
  deps: Deps,
  operator: string,
  { id, rowIds, decision }: { id: string; rowIds: string[]; decision: 'resubmit' | 'cancel' },
): Promise<RowsResult> {
  if (decision === 'cancel') return cancelBatch(deps, operator, { id, rowIds })
  const since = deps.clock()
  const rows = await chosenRows(deps, id, rowIds)
  const doubtful = await askedAgain(
    deps,
    rows.filter(({ state }) => state === 'indeterminate'),
  )
  await clearUnknown(deps, doubtful)
  const failed = rows.filter(({ state }) => state === 'rejected')
  const ids = [...doubtful, ...failed].map(({ _id }) => _id)
  const count = await backToDraft(deps, ids)
  await sendAgain(deps, await batchOf(deps, id), ids)
  await recordAct(deps, id, { event: 'resubmitted', operator, rows: count })
  return carryOn(deps, id, since)
}

const lanes = 6

/** Those rows about which there was time to ask the vendor. */
async function askedAgain(deps: Deps, rows: readonly BatchRow[]): Promise<BatchRow[]> {
  const until = deps.clock() + patience
  const queue = [...rows]
  const asked: BatchRow[] = []
  await inLanes(lanes, async () => {
    for (let row = queue.shift(); row && deps.clock() < until && deps.hasTime(); row = queue.shift()) {
      await askStanding(deps, row)
      asked.push(row)
    }
  })
  return asked
}

/** Takes rows, or all of them, out of the batch, and clears at the vendor what can be cleared. Throws NOT_FOUND. */
export async function cancelBatch(
  deps: Deps,
  operator: string,
  { id, rowIds }: { id: string; rowIds?: string[] },
): Promise<RowsResult> {
  const since = deps.clock()
  await batchOf(deps, id)
  const all = await deps.store.find('batch_rows', {
    where: [
      ['batchId', 'eq', id],
      ['state', 'in', ['draft', 'queued', 'indeterminate', 'rejected', ...atVendor]],
    ],
    fields: ['_id'],
    limit: 1000,
  })
  const wanted = rowIds ?? all.map(({ _id }) => _id)
  const chosen = await chosenRows(deps, id, wanted)
  const ids = chosen.map(({ _id }) => _id)
  const count = await move(deps, ids, 'canceled', { attachments: [] })
  // Those being sent, or ended meanwhile, keep what they have.
  const rows = count === ids.length ? chosen : await thoseCanceled(deps, chosen)
  for (const row of rows) await removeFiles(deps, row)
  // Canceled is canceled; a flow that could not be cleared is left without a link.
  const stuck = await clear(deps, rows).catch(() => new Map())
  if (stuck.size > 0) deps.log.warn('batch.cancel', { batch: id, notCleared: stuck.size })
  await recordAct(deps, id, { event: 'canceled', operator, rows: count })
  return rowsResult(deps, await recount(deps, id), since)
}

async function thoseCanceled({ store }: Deps, rows: readonly BatchRow[]): Promise<BatchRow[]> {
  const canceled = await store.find('batch_rows', {
    where: [
      ['_id', 'in', rows.map(({ _id }) => _id)],
      ['state', 'eq', 'canceled'],
    ],
    fields: ['_id'],
    limit: rows.length,
  })
  return rows.filter(row => canceled.some(({ _id }) => _id === row._id))
}

/** Why a row's flow is still there; `text` is the vendor's sentence, or ''. */
interface NotCleared {
  why: ClearingProblem
  text: string
}

/**
 * Clears the unfinished flows of rows at the vendor: by their ids, and where the vendor has told none, by their
 * administrator, but only if no other row of that administrator would go with them.
 * Returns the rows that are not cleared, and why. Throws what became of the call.
 */
async function clear(deps: Deps, rows: readonly BatchRow[]): Promise<Map<string, NotCleared>> {
  const stuck = new Map<string, NotCleared>()
  const open = await withIds(
    deps,
    rows.filter(({ state }) => atVendor.includes(state)),
  )
  const known = open.filter(({ authorizationId }) => authorizationId !== null)
  if (known.length > 0) {
    const authorizationIds = known.flatMap(({ authorizationId }) => authorizationId ?? [])
    const { extent, failures } = await withdrawn(deps, { authorizationIds })
    for (const row of known) {
      const failure = failures.find(
        each => each.authorizationId === row.authorizationId || each.name === row.name,
      )
      if (extent === 'none' || (extent === 'some' && failure))
        stuck.set(row._id, { why: 'vendorRefused', text: failure?.text ?? '' })
    }
  }
  const unknown = open.filter(({ authorizationId }) => authorizationId === null)
  for (const [id, why] of await clearByAdministrator(deps, unknown, open)) stuck.set(id, { why, text: '' })
  return stuck
}

/** The vendor tells the id of a flow only with its progress; rows it was never asked about are asked about now. */
async function withIds(deps: Deps, rows: readonly BatchRow[]): Promise<BatchRow[]> {
  const asked = rows.filter(
    ({ subTaskId, authorizationId }) => subTaskId !== null && authorizationId === null,
  )
  const ids = new Map<string, string | null>()
  for (let from = 0; from < asked.length; from += questionSize) {
    const subTaskIds = asked.slice(from, from + questionSize).flatMap(({ subTaskId }) => subTaskId ?? [])
    const outcome = await batchDriver(deps).progress(subTaskIds)
    if (outcome.kind !== 'ok') throw actionErrorOf(deps, 'progress', outcome)
    for (const { subTaskId, authorizationId } of outcome.value) ids.set(subTaskId, authorizationId)
  }
  return rows.map(row => ({
    ...row,
    authorizationId: row.authorizationId ?? ids.get(row.subTaskId ?? '') ?? null,
  }))
}

/** Of a lost answer no id is known: only the administrator, if nothing else of his would be cleared with it. */
const clearUnknown = (deps: Deps, rows: readonly BatchRow[]) => clearByAdministrator(deps, rows, rows)

async function clearByAdministrator(
  deps: Deps,
  rows: readonly BatchRow[],
  given: readonly BatchRow[],
): Promise<Map<string, ClearingProblem>> {
  const stuck = new Map<string, ClearingProblem>()
  for (const adminKey of new Set(rows.map(row => row.adminKey))) {
    const own = rows.filter(row => row.adminKey === adminKey)
    const why = await notClearable(deps, adminKey, own, given)
    if (why !== null) for (const { _id } of own) stuck.set(_id, why)
  }
  return stuck
}

/** Why the flows of this administrator were not cleared; null: they are. */
async function notClearable(
  deps: Deps,
  adminKey: string | null,
  rows: readonly BatchRow[],
  given: readonly BatchRow[],
): Promise<ClearingProblem | null> {
  const [row] = rows
  const fields = row && fieldsOf(deps, row)
  if (!fields || adminKey === null) return 'noAdministrator'
  if (await hasOthers(deps, adminKey, given)) return 'otherRows'
  const { adminName: name, adminMobile: mobile } = fields
  const { extent } = await withdrawn(deps, { administrator: { name, mobile } })
  return extent === 'none' ? 'vendorRefused' : null
}

/** Whether rows of any batch, other than those given, are under way in the name of this administrator. */
async function hasOthers({ store }: Deps, adminKey: string, given: readonly BatchRow[]): Promise<boolean> {
  const rows = await store.find('batch_rows', {
    where: [
      ['adminKey', 'eq', adminKey],
      ['state', 'in', [...atVendor, 'sending']],
    ],
    fields: ['_id'],
    limit: 1000,
  })
  return rows.some(({ _id }) => !given.some(each => each._id === _id))
}

async function withdrawn(
  deps: Deps,
  request: { authorizationIds: string[] } | { administrator: { name: string; mobile: string } },
): Promise<Withdrawn> {
  const outcome = await batchDriver(deps).withdraw(request)
  if (outcome.kind !== 'ok') throw actionErrorOf(deps, 'withdraw', outcome)
  return outcome.value
}

function withAdministrator(
  deps: Deps,
  row: BatchRow,
  { name, mobile, idType, idNumber }: AdministratorInput,
): RowFields {
  const fields = fieldsOf(deps, row)
  if (!fields) throw new Error('a redacted row cannot be repaired')
  return { ...fields, adminName: name, adminMobile: mobile, adminIdType: idType, adminIdNumber: idNumber }
}

/** Those that pass the checks go; the others stay drafts and say what is missing. */
async function sendAgain(deps: Deps, batch: Batch, ids: readonly string[]): Promise<void> {
  await recheck(deps, batch)
  await queue(deps, ids)
}
