import { bornUncounted } from '../../domain/countMarks'
import type { Invitee } from '../../domain/invitation/fields'
import type { Invitation, InvitationTerms } from '../../domain/invitation/invitation'
import type { Deps } from '../kit/deps'
import { pieceKeys, searchKeys } from '../kit/searchKeys'
import { actorOf } from '../operator/identity'
import { bornRow } from './commit'
import { readable } from './invitee'
import { publishInvitations } from './publish'
import { tokenHash, tokenOf } from './token'

/** What makes one invitation different from another of the same terms. */
export interface Person {
  /** Its place in a campaign, from 1; 0 outside of one. */
  number: number
  invitee: Invitee
  bizId: string
}

interface Making {
  operator: string
  clientKey: string
  campaignId: string | null
  terms: InvitationTerms
  most: number
  /** ms since the epoch, both; one moment for all of a campaign, so that its number orders them. */
  createdAt: number
  expiresAt: number
}

/** The same operator, key and number are the same invitation. */
export function invitationIdOf(
  { vault }: Deps,
  { operator, clientKey }: Pick<Making, 'operator' | 'clientKey'>,
  number: number,
): string {
  return `i_${vault.digest('invitationId', operator, clientKey, String(number)).slice(0, 32)}`
}

export function made(deps: Deps, making: Making, { number, invitee, bizId }: Person): Invitation {
  const { operator, campaignId, terms, most, createdAt, expiresAt } = making
  const _id = invitationIdOf(deps, making, number)
  const actor = actorOf(deps, operator)
  const born = bornRow(_id, actor, createdAt)
  return {
    _id,
    version: 1,
    listKey: `${createdAt}_${9999 - number}_${_id}`,
    owner: actor,
    campaignId,
    number,
    ...terms,
    // Only what is filled in can be locked.
    locked: terms.locked.filter(field => invitee[field] !== undefined),
    bizId,
    tokenHash: tokenHash(deps, tokenOf(deps, _id, 1)),
    edition: 1,
    sealed: deps.vault.seal(invitee, { kind: 'invitationInvitee', id: _id }),
    ...readable(invitee, terms.subject),
    searchKeys: [
      ...searchKeys(deps, [...Object.values(invitee), bizId]),
      ...pieceKeys(deps, [terms.title, terms.subject === 'organization' ? invitee.name : undefined]),
    ],
    most,
    begun: 0,
    verified: 0,
    finished: 0,
    state: 'pending',
    openedAt: null,
    createdAt,
    updatedAt: createdAt,
    expiresAt,
    dueAt: expiresAt,
    redactAt: null,
    ...bornUncounted(_id),
    outbox: [born],
    outboxAt: createdAt,
    auditHash: born.hash,
  }
}

/**
 * Writes those that are not there yet, each with its first audit row. What an earlier try has left untold is told with
 * the rest, as that try wrote it.
 */
export async function insertAll(deps: Deps, invitations: readonly Invitation[]): Promise<void> {
  await publishInvitations(deps, await deps.store.insertMany('invitations', invitations))
}
