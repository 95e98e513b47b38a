import type { Campaign, InvitationTerms, Redirect } from '../../domain/invitation/invitation'
import type { Deps } from '../kit/deps'
import { actorOf } from '../operator/identity'
import { day } from './create'
import { insertAll, made, type Person } from './make'

interface Making {
  operator: string
  clientKey: string
  terms: InvitationTerms
  days: number
}

/** The one that was made before with the same key. */
export function campaignOf(deps: Deps, making: Making): Promise<Campaign | null> {
  return deps.store.get('campaigns', idOf(deps, making))
}

/** One invitation a person, each for one use; a redirect of its own wins over that of the terms. */
export async function makeCampaign(
  deps: Deps,
  { operator, clientKey, terms, days }: Making,
  people: readonly (Person & { redirect?: Redirect | null })[],
): Promise<Campaign> {
  const createdAt = deps.clock()
  const _id = idOf(deps, { operator, clientKey })
  const expiresAt = createdAt + days * day
  const invitations = people.map(({ redirect, ...person }) => {
    const own = redirect ? { ...terms, redirect } : terms
    const making = { operator, clientKey, campaignId: _id, terms: own, most: 1, createdAt, expiresAt }
    return made(deps, making, person)
  })
  // The invitations before the campaign: what is cut off half-way is completed by the next try with the same key.
  await insertAll(deps, invitations)
  const campaign: Campaign = {
    _id,
    version: 1,
    listKey: `${createdAt}_${_id}`,
    owner: actorOf(deps, operator),
    ...terms,
    total: people.length,
    createdAt,
    expiresAt,
  }
  await deps.store.insert('campaigns', campaign)
  return campaign
}

function idOf({ vault }: Deps, { operator, clientKey }: Pick<Making, 'operator' | 'clientKey'>): string {
  return `m_${vault.digest('campaign', operator, clientKey).slice(0, 32)}`
}
