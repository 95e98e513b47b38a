import type { AdoptResult } from '../../contract/legacyInvitations'
import { largestBatch } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import { organizationRules, personRules, type Rules, readColumn } from '../../domain/invitation/checkInvitee'
import type { InviteeColumn } from '../../domain/invitation/importHeadings'
import type { InvitationTerms, Redirect } from '../../domain/invitation/invitation'
import { isAllowedRedirect } from '../../domain/invitation/redirect'
import { type Subject, subjects, type VendorId } from '../../domain/words'
import type { LegacyInvitation } from '../../vendors/legacyInvitations'
import type { Deps } from '../kit/deps'
import { clientKeyOf } from '../kit/key'
import { actionErrorOf } from '../kit/problem'
import { campaignOf, makeCampaign } from './campaign'
import { switchedOn } from './legacyInvitations'
import { campaignView } from './list'
import type { Person } from './make'

const pageSize = 50
const days = 30

/**
 * Turns the open invitations of an old task of a vendor into ours, verified by it as they would have been; a campaign
 * for persons, one for organizations. The same task again is the same campaigns. What is not in its right form is left
 * to the invitee. Throws KEY_CONFLICT for another title, VENDOR_OFF, TOO_MANY_ROWS and what became of the call.
 */
export async function adoptLegacyInvitations(
  deps: Deps,
  operator: string,
  { invitationId, title }: { invitationId: string; title: string },
): Promise<AdoptResult> {
  const all = await everyOne(deps, invitationId)
  await clientKeyOf(deps, { what: 'legacy', owner: operator, key: invitationId }, { title }).bind()
  const open = all.filter(({ state }) => state === 'started')
  const { vendor } = switchedOn(deps)
  const campaigns = []
  for (const subject of subjects) {
    const own = open.filter(each => each.subject === subject)
    if (own.length === 0) continue
    const making = {
      operator,
      clientKey: `legacy ${invitationId} ${subject}`,
      terms: termsFor(vendor, subject, title),
      days,
    }
    const people = own.map((each, index) => ({ ...personOf(deps, each), number: index + 1 }))
    const campaign = (await campaignOf(deps, making)) ?? (await makeCampaign(deps, making, people))
    campaigns.push(await campaignView(deps, campaign))
  }
  return { campaigns, left: all.length - open.length }
}

async function everyOne(deps: Deps, invitationId: string): Promise<LegacyInvitation[]> {
  const all: LegacyInvitation[] = []
  for (;;) {
    const outcome = await switchedOn(deps).search({ invitationId, offset: all.length, size: pageSize })
    if (outcome.kind !== 'ok') throw actionErrorOf(deps, 'legacyInvitations', outcome)
    const { items, total } = outcome.value
    all.push(...items)
    if (all.length > largestBatch) throw new ActionError('TOO_MANY_ROWS')
    if (items.length === 0 || all.length >= total) return all
  }
}

function termsFor(vendor: VendorId, subject: Subject, title: string): InvitationTerms {
  return { subject, title, note: '', vendor, mode: null, locked: [], redirect: null }
}

function personOf(
  { config, clock }: Deps,
  { subject, invitee, organization, bizId, redirectUrl }: LegacyInvitation,
): Omit<Person, 'number'> & { redirect: Redirect | null } {
  const now = clock()
  const { name, mobile, idNumber } = invitee
  const said =
    subject === 'person'
      ? fitting({ name, mobile, idNumber, bizId }, personRules, now)
      : fitting(
          {
            name: organization?.name ?? '',
            registerNumber: organization?.creditCode ?? '',
            legalPerson: organization?.legalName ?? '',
            applicantName: name,
            applicantMobile: mobile,
            bizId,
          },
          organizationRules,
          now,
        )
  const { bizId: kept = '', ...rest } = said
  return { invitee: rest, bizId: kept, redirect: redirectOf(redirectUrl, config.redirectTargets) }
}

/** Texts as they should have been typed; those that are at fault are left out. */
function fitting<C extends InviteeColumn>(
  texts: Readonly<Record<C, string>>,
  { columns }: Rules<C>,
  now: number,
): Partial<Record<InviteeColumn, string>> {
  const kept: Partial<Record<InviteeColumn, string>> = {}
  for (const column of Object.keys(columns) as C[]) {
    const read = readColumn(texts[column], columns[column], now)
    if ('value' in read && read.value !== '') kept[column] = read.value
  }
  return kept
}

/** One that is not allowed leads nowhere; the invitation is worth having all the same. */
function redirectOf(url: string, targets: readonly string[]): Redirect | null {
  const redirect = url.length <= 500 ? ({ kind: 'webUrl', url } as const) : null
  return isAllowedRedirect(redirect, targets) ? redirect : null
}
