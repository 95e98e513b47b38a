import type { ListResult, VerificationResult } from '../../contract/verification'
import type { Verification } from '../../domain/verification'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { owned } from './owned'
import { viewOf } from './view'

/** What is known of one verification, without asking the vendor. */
export async function get(deps: Deps, owner: string, { id }: { id: string }): Promise<VerificationResult> {
  return { verification: viewOf(await owned(deps, owner, id), deps.clock()) }
}

/** The caller's own verifications, newest first. */
export async function list(
  deps: Deps,
  owner: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<ListResult> {
  const where: Condition<Verification>[] = [['owner', 'eq', owner]]
  if (cursor !== undefined) where.push(['listKey', 'lt', cursor])
  const found = await deps.store.find('verifications', {
    where,
    orderBy: [['listKey', 'desc']],
    limit: limit + 1,
  })
  const page = found.slice(0, limit)
  return {
    items: page.map(each => viewOf(each, deps.clock())),
    nextCursor: found.length > limit ? (page.at(-1)?.listKey ?? null) : null,
  }
}
