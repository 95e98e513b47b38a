import type { AdministratorInput } from '../../contract/batch'
import { type BatchRow, largestBatch, type RowFields } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import type { Deps } from '../kit/deps'
import { recheck } from './check'
import { commitBatch } from './commit'
import { draft, withAdministrator } from './create'
import { batchDriver } from './driver'
import { batchOf, recount } from './rows'

interface Addition {
  id: string
  /** Stays the same over all tries of one call: its rows are added once. */
  intake: string
  administrator: AdministratorInput | undefined
  entries: readonly RowFields[]
}

/**
 * Adds rows to a batch as drafts, checked against all the others; nothing is sent. Returns the rows, in their order, as
 * they stand now. Throws NOT_FOUND, VENDOR_OFF, TOO_MANY_ROWS, BUSY.
 */
export async function addRows(
  deps: Deps,
  operator: string,
  { id, intake, administrator, entries }: Addition,
): Promise<BatchRow[]> {
  batchDriver(deps)
  const batch = await batchOf(deps, id)
  const first = (await firstOf(deps, id, intake)) ?? (await reserved(deps, operator, id, entries.length))
  const [head, ...others] = entries.map((fields, index) => ({
    ...draft(deps, id, first + index, withAdministrator(fields, administrator), []),
    intake,
  }))
  // The first row says to the next try where the others belong.
  if (head) await deps.store.insert('batch_rows', head)
  await deps.store.insertMany('batch_rows', others)
  await recheck(deps, batch)
  await recount(deps, id)
  return rowsFrom(deps, id, first, entries.length)
}

async function firstOf({ store }: Deps, batchId: string, intake: string): Promise<number | null> {
  const [row] = await store.find('batch_rows', {
    where: [
      ['batchId', 'eq', batchId],
      ['intake', 'eq', intake],
    ],
    fields: ['number'],
    orderBy: [['number', 'asc']],
    limit: 1,
  })
  return row?.number ?? null
}

/** Numbers nobody else gets; a try that dies here leaves a gap and nothing else. */
async function reserved(deps: Deps, operator: string, id: string, rows: number): Promise<number> {
  const act = { event: 'imported', operator, rows }
  const { lastNumber } = await commitBatch(
    deps,
    id,
    before => {
      if (before.lastNumber + rows > largestBatch) throw new ActionError('TOO_MANY_ROWS')
      return { lastNumber: before.lastNumber + rows }
    },
    act,
  )
  return lastNumber - rows + 1
}

/** Whole rows from a number on. */
function rowsFrom({ store }: Deps, batchId: string, first: number, most: number): Promise<BatchRow[]> {
  return store.find('batch_rows', {
    where: [
      ['batchId', 'eq', batchId],
      ['number', 'gte', first],
    ],
    orderBy: [['number', 'asc']],
    limit: most,
  })
}
