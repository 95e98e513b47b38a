import { type ActRow, actsChain } from '../../domain/act'
import { contend } from '../../platform/change'
import type { Deps } from './deps'
import { chained } from './outbox'

export type Act = Pick<ActRow, 'event' | 'operator' | 'subject' | 'detail'>

/**
 * Adds a row to the chain of acts, before the act is done: there is none without its row, and a row says that it was
 * asked for. Throws BUSY.
 */
export async function recordAct(deps: Deps, act: Act): Promise<void> {
  const { store, clock } = deps
  await contend(async () => {
    const last = await lastAct(deps)
    const sequence = (last?.sequence ?? 0) + 1
    const row = { _id: `${actsChain}_${sequence}`, chain: actsChain, sequence, ...act, at: clock() } as const
    const won = await store.insert('audit', chained({ ...row, previousHash: last?.hash ?? '' }))
    return won ? { won } : null
  })
}

async function lastAct({ store }: Deps): Promise<ActRow | null> {
  const found = await store.find('audit', {
    where: [['chain', 'eq', actsChain]],
    orderBy: [['sequence', 'desc']],
    limit: 1,
  })
  return found.find((row): row is ActRow => 'chain' in row) ?? null
}
