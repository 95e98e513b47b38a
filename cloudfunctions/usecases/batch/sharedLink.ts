import type { SharedLinkResult } from '../../contract/sharedLink'
import type { LinkRow } from '../../domain/batch/link'
import { ActionError } from '../../domain/errors'
import { sameText } from '../../platform/crypto'
import type { Deps } from '../kit/deps'
import { batchDriver } from './driver'
import { formsOfLink } from './linkForms'

const sharedPage = 'packages/verify/link/index'

/** 128 bits, base64url, worked out from the link's id: it is kept nowhere, and a link made anew has the same. */
function tokenOf({ vault }: Pick<Deps, 'vault'>, id: string): string {
  return Buffer.from(vault.digest('sharedLink', id).slice(0, 32), 'hex').toString('base64url')
}

/** Where a card in a chat leads, without a leading slash. */
export const pageOfLink = (deps: Pick<Deps, 'vault'>, id: string): string =>
  `${sharedPage}?id=${id}&t=${tokenOf(deps, id)}`

/** What whoever was sent the card of an administrator's link may do with it. Throws NOT_FOUND, DATA_UNREADABLE. */
export async function openLink(
  deps: Deps,
  _openid: string,
  given: { id: string; token: string },
): Promise<SharedLinkResult> {
  const found = await linkOfToken(deps, given)
  const { vendor } = batchDriver(deps)
  const rows = found ? await unfinishedOf(deps, found) : 0
  if (!found || found.expiresAt <= deps.clock()) return { vendor, state: 'ended', rows, link: null }
  if (rows === 0) return { vendor, state: 'done', rows, link: null }
  const { app, shortUrl } = formsOfLink(deps, found)
  return { vendor, state: 'live', rows, link: { app, shortUrl, expiresAt: found.expiresAt } }
}

/** null: it has ended, and was cleared. Throws NOT_FOUND for a token that opens nothing. */
export function linkOfToken(
  deps: Deps,
  { id, token }: { id: string; token: string },
): Promise<LinkRow | null> {
  if (!sameText(token, tokenOf(deps, id))) throw new ActionError('NOT_FOUND', 'token')
  return deps.store.get('links', id)
}

/** How many organizations of a link are not through yet. */
export async function unfinishedOf(
  { store }: Deps,
  { batchId, rowIds }: Pick<LinkRow, 'batchId' | 'rowIds'>,
): Promise<number> {
  const open = await store.find('batch_rows', {
    where: [
      ['batchId', 'eq', batchId],
      ['state', 'in', ['ready', 'processing']],
    ],
    fields: ['_id'],
    limit: 1000,
  })
  const own = new Set(rowIds)
  return open.filter(({ _id }) => own.has(_id)).length
}
