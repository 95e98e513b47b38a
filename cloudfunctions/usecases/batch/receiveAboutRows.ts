import type { NoticeSubject } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { askStanding } from './follow'
import { followedRows } from './followed'
import { recount } from './rows'

/**
 * A notice about an organization brings forward the look at every open row of it. Returns the work of asking the vendor
 * right away; what it does not get done, the sweep does.
 */
export async function receiveAboutRows(
  deps: Deps,
  { organization }: NoticeSubject,
): Promise<() => Promise<void>> {
  const { creditCode, name } = organization ?? {}
  if (!creditCode && !name) return async () => {}
  const rows = await followedRows(
    deps,
    creditCode ? ['creditCode', 'eq', creditCode] : ['name', 'eq', name ?? ''],
  )
  if (rows.length === 0) return async () => {}
  await deps.store.updateMany('batch_rows', [['_id', 'in', rows.map(({ _id }) => _id)]], {
    set: { suspected: true, dueAt: deps.clock() },
  })
  return async () => {
    for (const row of rows) await askStanding(deps, { ...row, suspected: true })
    for (const batchId of new Set(rows.map(each => each.batchId))) await recount(deps, batchId)
  }
}
