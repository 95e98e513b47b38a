import type { LegacyInvitationsResult, LegacyInvitationView } from '../../contract/legacyInvitations'
import { ActionError } from '../../domain/errors'
import { maskContact, maskIdNumber, maskName } from '../../domain/identity'
import type { VendorId } from '../../domain/words'
import type { LegacyInvitation, LegacyInvitations } from '../../vendors/legacyInvitations'
import type { Deps } from '../kit/deps'
import { actionErrorOf } from '../kit/problem'

/**
 * What has become of an invitation of e签宝 from before it closed them. Reading only; what the vendor sends in full is
 * masked here. Throws VENDOR_OFF and what became of the call.
 */
export async function searchLegacyInvitations(
  deps: Deps,
  _operator: string,
  question: { invitationId: string; offset: number; size: number },
): Promise<LegacyInvitationsResult> {
  const outcome = await switchedOn(deps).search(question)
  if (outcome.kind !== 'ok') throw actionErrorOf(deps, 'legacyInvitations', outcome)
  return { items: outcome.value.items.map(view), total: outcome.value.total }
}

/** Throws VENDOR_OFF. */
export function switchedOn({ drivers }: Deps): LegacyInvitations & { vendor: VendorId } {
  for (const { id, legacyInvitations } of drivers.values())
    if (legacyInvitations) return { ...legacyInvitations, vendor: id }
  throw new ActionError('VENDOR_OFF')
}

function view({ invitee, organization, ...invitation }: LegacyInvitation): LegacyInvitationView {
  const { subject, bizId, state, rawStatus, notifyType, redirectUrl, callbackUrl } = invitation
  const { name, mobile, email, idNumber, paper } = invitee
  return {
    subject,
    bizId,
    state,
    rawStatus,
    notifyType,
    maskedName: name && maskName(name),
    maskedContact: mobile
      ? maskContact({ type: 'mobile', value: mobile })
      : email && maskContact({ type: 'email', value: email }),
    maskedIdNumber: maskIdNumber(idNumber),
    paper,
    // What stands after the question mark may name a person.
    redirectUrl: withoutQuery(redirectUrl),
    callbackUrl: withoutQuery(callbackUrl),
    organization: organization && {
      name: organization.name,
      creditCode: organization.creditCode,
      paper: organization.paper,
      maskedLegalName: organization.legalName && maskName(organization.legalName),
      maskedLegalIdNumber: maskIdNumber(organization.legalIdNumber),
    },
  }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*/s, '')
}
