import type { ActRow } from '../../domain/act'
import type { AnchorRow } from '../../domain/anchor'
import type { Deps } from './deps'

/** Chains without a document of their own: a row is added by inserting the next number, which only one can. */
type FreeRow = ActRow | AnchorRow
type Chain = FreeRow['chain']
type RowOf<C extends Chain> = Extract<FreeRow, { chain: C }>

export async function lastOf<C extends Chain>({ store }: Deps, chain: C): Promise<RowOf<C> | null> {
  const found = await store.find('audit', {
    where: [['chain', 'eq', chain]],
    orderBy: [['sequence', 'desc']],
    limit: 1,
  })
  return found.find((row): row is RowOf<C> => 'chain' in row && row.chain === chain) ?? null
}

/** Where the row after `last` stands. */
export function placeAfter({ clock }: Deps, chain: Chain, last: FreeRow | null) {
  const sequence = (last?.sequence ?? 0) + 1
  return { _id: `${chain}_${sequence}`, sequence, at: clock(), previousHash: last?.hash ?? '' }
}
