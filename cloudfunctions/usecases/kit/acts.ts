import { type ActRow, actsChain } from '../../domain/act'
import { contend } from '../../platform/change'
import { lastOf, placeAfter } from './chains'
import type { Deps } from './deps'
import { chained } from './outbox'

export type Act = Pick<ActRow, 'event' | 'operator' | 'subject' | 'detail'>

/**
 * Adds a row to the chain of acts, before the act is done: there is none without its row, and a row says that it was
 * asked for. Throws BUSY.
 */
export async function recordAct(deps: Deps, act: Act): Promise<void> {
  await contend(async () => {
    const place = placeAfter(deps, actsChain, await lastOf(deps, actsChain))
    const won = await deps.store.insert('audit', chained({ ...place, ...act, chain: actsChain }))
    return won ? { won } : null
  })
}
