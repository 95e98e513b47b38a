import type { ListResult, VerificationResult } from '../../contract/verification'
import type { Deps } from '../kit/deps'
import { onePage } from '../kit/pages'
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
  position: { cursor?: string; limit: number },
): Promise<ListResult> {
  return onePage(
    position,
    ({ from, rest }) => deps.store.find('verifications', { where: [['owner', 'eq', owner], from], ...rest }),
    each => viewOf(each, deps.clock()),
  )
}
