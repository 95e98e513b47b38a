import type {
  CampaignListResult,
  CampaignResult,
  CampaignView,
  InvitationListResult,
} from '../../contract/invitation'
import { ActionError } from '../../domain/errors'
import type { Campaign, Invitation } from '../../domain/invitation/invitation'
import { type InvitationState, invitationStates } from '../../domain/invitation/lifecycle'
import type { Subject } from '../../domain/words'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { onePage } from '../kit/pages'
import { soughtKeys } from '../kit/searchKeys'
import { lineFields, lineOf } from './view'

interface Page {
  cursor?: string
  limit: number
}

interface Filters extends Page {
  text?: string
  state?: InvitationState
  subject?: Subject
  campaignId?: string
}

/** All invitations that fit, newest first. */
export async function listInvitations(
  deps: Deps,
  _operator: string,
  { text, state, subject, campaignId, ...position }: Filters,
): Promise<InvitationListResult> {
  const where: Condition<Invitation>[] = []
  for (const keys of text ? soughtKeys(deps, text) : []) where.push(['searchKeys', 'in', keys])
  if (state !== undefined) where.push(['state', 'eq', state])
  if (subject !== undefined) where.push(['subject', 'eq', subject])
  if (campaignId !== undefined) where.push(['campaignId', 'eq', campaignId])
  return onePage(
    position,
    ({ from, rest }) =>
      deps.store.find('invitations', { where: [from, ...where], fields: lineFields, ...rest }),
    found => lineOf(found),
  )
}

/** All campaigns, newest first, with how far each has got. */
export async function listCampaigns(
  deps: Deps,
  _operator: string,
  position: Page,
): Promise<CampaignListResult> {
  return onePage(
    position,
    ({ from, rest }) => deps.store.find('campaigns', { where: [from], ...rest }),
    campaign => campaignView(deps, campaign),
  )
}

/** One campaign, whoever made it. Throws NOT_FOUND. */
export async function getCampaign(
  deps: Deps,
  _operator: string,
  { id }: { id: string },
): Promise<CampaignResult> {
  const campaign = await deps.store.get('campaigns', id)
  if (!campaign) throw new ActionError('NOT_FOUND')
  return { campaign: await campaignView(deps, campaign) }
}

export async function campaignView({ store }: Deps, campaign: Campaign): Promise<CampaignView> {
  const { _id, title, subject, vendor, total, createdAt, expiresAt } = campaign
  const rows = await store.find('invitations', {
    where: [['campaignId', 'eq', _id]],
    fields: ['state'],
    limit: 1000,
  })
  const counts = Object.fromEntries(invitationStates.map(state => [state, 0])) as CampaignView['counts']
  for (const { state } of rows) counts[state] += 1
  return { id: _id, title, subject, vendor, total, counts, createdAt, expiresAt }
}
