import { type CheckContext, checkRows } from '../../domain/batch/check'
import { type Batch, type BatchRow, columns, type RowFields } from '../../domain/batch/row'
import { withoutTyped } from '../../domain/batch/suggest'
import type { Deps } from '../kit/deps'
import { batchDriver } from './driver'
import { fieldsOf, wholeRows } from './rows'

/**
 * Checks the drafts of a batch against all its rows and writes down what is found; returns the drafts as they are now,
 * their issues with every suggestion.
 */
export async function recheck(deps: Deps, batch: Batch): Promise<BatchRow[]> {
  const rows = (await wholeRows(deps, batch._id)).filter(row => row.state !== 'canceled')
  const found = checkRows(
    rows.map(row => ({
      number: row.number,
      fields: fieldsOf(deps, row) ?? remaining(row),
      attachments: row.attachments,
    })),
    contextOf(deps, batch),
  )
  const drafts: BatchRow[] = []
  for (const [index, row] of rows.entries()) {
    if (row.state !== 'draft') continue
    const issues = found[index] ?? []
    const kept = withoutTyped(issues)
    if (JSON.stringify(kept) !== JSON.stringify(row.issues)) {
      const set = { issues: kept, faults: issues.length, updatedAt: deps.clock() }
      await deps.store.updateMany(
        'batch_rows',
        [
          ['_id', 'eq', row._id],
          ['state', 'eq', 'draft'],
        ],
        { set },
      )
    }
    drafts.push({ ...row, issues, faults: issues.length })
  }
  return drafts
}

export function contextOf(
  deps: Deps,
  { linkMode, authorization }: Pick<Batch, 'linkMode' | 'authorization'>,
): CheckContext {
  return { linkMode, authorization, limits: batchDriver(deps).limits, now: deps.clock() }
}

/** Of a row whose typed fields are gone: still a name and a code that nobody else may have. */
function remaining({ name, creditCode }: BatchRow): RowFields {
  return { ...noFields(), name, creditCode }
}

export function noFields(): RowFields {
  return Object.fromEntries(columns.map(column => [column, ''])) as RowFields
}
