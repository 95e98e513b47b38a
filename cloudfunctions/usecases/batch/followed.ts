import { type BatchRow, withOwnIds } from '../../domain/batch/row'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { slices } from '../kit/slices'

/** What is read of a row to ask the vendor about it; the vendor's ids apart. */
const plain = [
  '_id',
  'name',
  'creditCode',
  'state',
  'number',
  'taskId',
  'subTaskId',
  'authorizationId',
  'rawStatus',
  'letterRejected',
  'suspected',
  'fruitless',
  'updatedAt',
] as const satisfies readonly (keyof BatchRow)[]
/** Each holds the ids of all rows that were written together with it: up to 1 KB a row. */
const shared = ['subTasks', 'authorizations'] as const satisfies readonly (keyof BatchRow)[]

type Plain = Pick<BatchRow, (typeof plain)[number]>
export type Followed = Plain & Pick<BatchRow, (typeof shared)[number]>

/** Rows taken up in one run. */
const runSize = 1000
/** Rows whose shared ids one answer of the database surely holds: it may be 1 MB large. */
const sharedPage = 400

/** When somebody watches, rows are looked at again after this time, ms, however long nothing has happened. */
const watchedPause = 15_000

/** The rows of a batch that are to be asked about now, those that waited longest first. */
export async function dueRows(
  { store }: Deps,
  batchId: string,
  now: number,
  watched: boolean,
): Promise<Followed[]> {
  const ask = (states: BatchRow['state'][], moment: Condition<BatchRow>) =>
    store.find('batch_rows', {
      where: [['batchId', 'eq', batchId], ['state', 'in', states], moment],
      fields: plain,
      orderBy: [['lookedAt', 'asc']],
      limit: runSize,
    })
  const due = ['dueAt', 'lte', now] as const
  // The vendor has told no id of these.
  const unknown = await ask(['accepted', 'indeterminate'], due)
  const known = await ask(['ready', 'processing'], watched ? ['lookedAt', 'lte', now - watchedPause] : due)
  return [...unknown, ...(await withSharedIds(store, known))]
}

async function withSharedIds(store: Deps['store'], rows: readonly Plain[]): Promise<Followed[]> {
  const all: Followed[] = []
  for (const page of slices(rows, sharedPage)) {
    const found = await store.find('batch_rows', {
      where: [['_id', 'in', page.map(({ _id }) => _id)]],
      fields: ['_id', ...shared],
      limit: sharedPage,
    })
    const byId = new Map(
      found.map(({ _id, subTasks, authorizations }) => [_id, { subTasks, authorizations }]),
    )
    all.push(...page.map(row => withOwnIds({ ...row, ...byId.get(row._id) })))
  }
  return all
}

/** The open rows to which the condition applies, of any batch. */
export async function followedRows(
  { store }: Deps,
  condition: Condition<BatchRow>,
): Promise<(Followed & { batchId: string })[]> {
  const rows = await store.find('batch_rows', {
    where: [
      condition,
      ['state', 'in', ['accepted', 'ready', 'processing', 'indeterminate', 'rejected', 'canceled']],
    ],
    fields: [...plain, ...shared, 'batchId'],
    limit: 100,
  })
  return rows.map(withOwnIds)
}
