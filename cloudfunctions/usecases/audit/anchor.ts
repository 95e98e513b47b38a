import { anchorsChain, chainOf } from '../../domain/anchor'
import { contend } from '../../platform/change'
import { lastOf, placeAfter } from '../kit/chains'
import type { Deps } from '../kit/deps'
import { chained } from '../kit/outbox'

/** ms: rows are written a little after they are decided; what dead processes have left, within two hours. */
const lag = 4 * 3600_000
/** Rows one anchor covers at most: 100 bytes each. */
const most = 1000

/**
 * Writes down what every chain that has grown since the last anchor has come to. Two reads, and no write, when none has.
 * The hash goes into the log as well, where whoever can write the database may not reach. Returns how many rows it covers.
 */
export async function anchorHeads(deps: Deps, now: number): Promise<number> {
  return contend(async () => {
    const last = await lastOf(deps, anchorsChain)
    const { rows, until } = await rowsSince(deps, last?.until ?? 0, now - lag)
    const heads = headsOf(rows.filter(({ _id }) => chainOf(_id) !== anchorsChain))
    if (heads.length === 0) return { won: 0 }
    const place = placeAfter(deps, anchorsChain, last)
    const row = chained({ ...place, chain: anchorsChain, event: 'anchored', heads, until } as const)
    if (!(await deps.store.insert('audit', row))) return null
    deps.log.info('audit.anchored', { anchor: row._id, heads: heads.length, hash: row.hash })
    return { won: rows.length }
  })
}

interface Row {
  _id: string
  sequence: number
  hash: string
  at: number
}

/** A full page ends before the last moment in it, which may go on in the next. */
async function rowsSince({ store }: Deps, from: number, to: number): Promise<{ rows: Row[]; until: number }> {
  const page: Row[] = await store.find('audit', {
    where: [
      ['at', 'gt', from],
      ['at', 'lte', to],
    ],
    fields: ['_id', 'sequence', 'hash', 'at'],
    orderBy: [['at', 'asc']],
    limit: most,
  })
  const end = page.at(-1)?.at ?? to
  if (page.length < most) return { rows: page, until: to }
  const whole = page.filter(({ at }) => at < end)
  const last = whole.at(-1)
  return last ? { rows: whole, until: last.at } : { rows: page, until: end }
}

/** The newest of each chain, by chain. */
function headsOf(rows: readonly Row[]): string[] {
  const newest = new Map<string, Row>()
  for (const row of rows) {
    const known = newest.get(chainOf(row._id))
    if (!known || known.sequence < row.sequence) newest.set(chainOf(row._id), row)
  }
  return [...newest.values()].map(({ _id, hash }) => `${_id}:${hash}`).sort()
}
