import { ActionError } from '../../domain/errors'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Deps } from '../kit/deps'

/**
 * What a code carries: 128 bits, base64url. It is worked out from the invitation and a key that is not in the
 * database, so that it can be shown again and yet is kept nowhere.
 */
export function tokenOf({ vault }: Pick<Deps, 'vault'>, id: string, edition: number): string {
  const digest = vault.digest('invitationToken', id, String(edition))
  return Buffer.from(digest.slice(0, 32), 'hex').toString('base64url')
}

/** By what a token is found. */
export function tokenHash({ vault }: Pick<Deps, 'vault'>, token: string): string {
  return vault.digest('invitation', token)
}

/** Throws NOT_FOUND, also for a token that a newer one has replaced. */
export async function invitationOfToken(deps: Deps, token: string): Promise<Invitation> {
  const [invitation] = await deps.store.find('invitations', {
    where: [['tokenHash', 'eq', tokenHash(deps, token)]],
    limit: 1,
  })
  if (!invitation) throw new ActionError('NOT_FOUND', 'token')
  return invitation
}
