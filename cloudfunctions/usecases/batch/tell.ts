import { toldRowStates } from '../../domain/batch/lifecycle'
import type { Batch, BatchRow } from '../../domain/batch/row'
import type { Deps } from '../kit/deps'
import { flushOutbox } from '../kit/outbox'

/** Lets business systems and the audit know what has become of a batch. Harmless to repeat. */
export async function publishBatch(deps: Deps, batch: Batch): Promise<Batch> {
  if (batch.outbox.length > 0) await deps.follows.batchChanged(deps, batch)
  return flushOutbox(deps, 'batches', batch)
}

/** What is told of a row, and nothing that is sealed. */
const toldFields = [
  '_id',
  'batchId',
  'number',
  'state',
  'history',
  'tellAt',
] as const satisfies (keyof BatchRow)[]
export type ToldRow = Pick<BatchRow, (typeof toldFields)[number]>

const pageSize = 200

/** Lets business systems know how rows stand that nobody was told of since they moved. Harmless to repeat. */
export async function tellRows(deps: Deps, batchId: string): Promise<void> {
  for (;;) {
    const rows = await deps.store.find('batch_rows', {
      where: [
        ['batchId', 'eq', batchId],
        ['tellAt', 'gt', 0],
      ],
      fields: toldFields,
      orderBy: [['tellAt', 'asc']],
      limit: pageSize,
    })
    await deps.follows.rowsChanged(
      deps,
      rows.filter(({ state }) => toldRowStates.includes(state)),
    )
    await settle(deps, rows)
    if (rows.length < pageSize) return
  }
}

/** Those that have moved on meanwhile stay to be told. One call for all that stand alike. */
async function settle({ store }: Deps, rows: readonly ToldRow[]): Promise<void> {
  const alike = new Map<string, ToldRow[]>()
  for (const row of rows) {
    const key = `${row.state} ${row.tellAt}`
    alike.set(key, [...(alike.get(key) ?? []), row])
  }
  for (const group of alike.values()) {
    const [{ state, tellAt }] = group as [ToldRow]
    await store.updateMany(
      'batch_rows',
      [
        ['_id', 'in', group.map(({ _id }) => _id)],
        ['state', 'eq', state],
        ['tellAt', 'eq', tellAt ?? 0],
      ],
      { set: { tellAt: null } },
    )
  }
}

/** Batches whose rows a process that died has left untold. */
export async function withUntoldRows({ store, clock }: Deps): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const [row] = await store.find('batch_rows', {
      where: [
        ['batchId', 'gt', ids.at(-1) ?? ''],
        ['tellAt', 'gt', 0],
        ['tellAt', 'lte', clock() - abandoned],
      ],
      fields: ['batchId'],
      orderBy: [['batchId', 'asc']],
      limit: 1,
    })
    if (!row) return ids
    ids.push(row.batchId)
  }
}

/** ms; as of outboxes. */
const abandoned = 60_000
