import * as v from 'valibot'
import { invitedPurpose, type StartInvitationInput } from '../../contract/offer'
import { type StartInput, type StartResult, startInput } from '../../contract/verification'
import { ActionError } from '../../domain/errors'
import type { Invitee } from '../../domain/invitation/fields'
import type { Invitation } from '../../domain/invitation/invitation'
import type { PageField } from '../../domain/words'
import type { Capabilities, Driver } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { modesOf } from '../kit/modes'
import { type Admission, start } from '../verification/start'
import { contactOf, inviteeOf } from './invitee'
import { vendorsOf } from './open'
import { placeOf, takePlace } from './place'
import { invitationOfToken } from './token'

/**
 * Begins a verification on an invitation: what was filled in beforehand, what the invitee typed, and never the other
 * way round for what is locked. A place is taken only once everything else is right.
 * Throws NOT_FOUND, INVITATION_TAKEN, INVITATION_OVER, VENDOR_OFF and what `start` throws.
 */
export async function startInvited(
  deps: Deps,
  owner: string,
  input: StartInvitationInput,
): Promise<StartResult> {
  const invitation = await invitationOfToken(deps, input.token)
  if (input.subject !== invitation.subject) throw new ActionError('INVALID_INPUT', 'subject')
  const driver = deps.drivers.get(input.vendor)
  if (!driver || !vendorsOf(deps, invitation).includes(driver.id))
    throw new ActionError('VENDOR_OFF', 'vendor')
  const filledIn = inviteeOf(deps, invitation)
  if (filledIn === null) throw new ActionError('INVITATION_OVER', 'token')
  return start(
    deps,
    owner,
    merged(driver, invitation, filledIn, input),
    admission(deps, invitation, input.token, owner),
  )
}

function admission(deps: Deps, invitation: Invitation, token: string, owner: string): Admission {
  return {
    invitationId: invitation._id,
    token,
    bizId: invitation.bizId,
    async check() {
      const own = await placeOf(deps, invitation, owner)
      // Whoever has a place may begin again, within the time.
      const over = invitation.state === 'revoked' || deps.clock() >= invitation.expiresAt
      if (over) throw new ActionError('INVITATION_OVER', 'token')
      if (own?.state === 'verified') throw new ActionError('INVITATION_ENDED', 'token')
    },
    takePlace: async verificationId => (await takePlace(deps, invitation, owner, verificationId))._id,
  }
}

/** As if all of it had been typed. Throws INVALID_INPUT with the field. */
function merged(
  { capabilities }: Driver,
  invitation: Invitation,
  filledIn: Invitee,
  input: StartInvitationInput,
): StartInput {
  const fields = { ...filledIn, ...typed(input.invitee, invitation) }
  const { clientKey, vendor, consentId, way, handover } = input
  const common = { clientKey, vendor, purpose: invitedPurpose, consentId, way, ...(handover && { handover }) }
  const whole =
    input.subject === 'person'
      ? { ...common, subject: 'person', person: personOf(fields, pageOf(capabilities, invitation, input)) }
      : {
          ...common,
          subject: 'organization',
          organization: {
            ...organizationOf(fields, ofPage(invitation, capabilities.page?.fields.organization)),
            ...(input.licenceFileId !== undefined && { licenceFileId: input.licenceFileId }),
          },
        }
  const result = v.safeParse(startInput, whole)
  if (result.success) return result.output
  throw new ActionError('INVALID_INPUT', v.getDotPath(result.issues[0]) ?? 'input')
}

/** What says something and may be changed. */
function typed(invitee: StartInvitationInput['invitee'], { locked }: Invitation): Invitee {
  const blocked: readonly string[] = locked
  return Object.fromEntries(
    Object.entries(invitee).filter(([field, value]) => value && !blocked.includes(field)),
  )
}

function personOf(
  fields: Invitee,
  { mode, fallbackModes, editableFields }: ReturnType<typeof pageOf>,
): Record<string, unknown> {
  const { name, idNumber, bankNumber, bankMobile } = fields
  return {
    contact: contactOf(fields, 'person') ?? noContact,
    ...(name !== undefined && { name }),
    ...(idNumber !== undefined && { idNumber }),
    ...(bankNumber !== undefined && { bankNumber }),
    ...(bankMobile !== undefined && { bankMobile }),
    mode,
    ...(fallbackModes.length > 0 && { fallbackModes }),
    ...(editableFields.length > 0 && { editableFields }),
  }
}

function organizationOf(fields: Invitee, editableFields: readonly PageField[]) {
  const { name, registerNumber, legalPerson, applicantName } = fields
  return {
    name: name ?? '',
    ...(registerNumber !== undefined && { registerNumber }),
    ...(legalPerson !== undefined && { legalPerson }),
    applicant: {
      ...(applicantName !== undefined && { name: applicantName }),
      contact: contactOf(fields, 'organization') ?? noContact,
    },
    ...(editableFields.length > 0 && { editableFields }),
  }
}

/** Refused by name. */
const noContact = { type: 'mobile', value: '' }

/** What was decided, where this vendor offers it; else what the invitee chose. */
function pageOf(
  capabilities: Capabilities,
  invitation: Invitation,
  { mode: chosen }: Extract<StartInvitationInput, { subject: 'person' }>,
) {
  const { personModes, page } = capabilities
  const decided = modesOf(capabilities).find(each => each === invitation.mode)
  const mode = decided ?? chosen ?? personModes[0] ?? 'any'
  return {
    mode,
    fallbackModes:
      invitation.fallbackModes?.filter(each => each !== mode && page?.fallbackModes.includes(each)) ?? [],
    editableFields: ofPage(invitation, page?.fields.person),
  }
}

function ofPage({ editableFields }: Invitation, fields: readonly PageField[] | undefined): PageField[] {
  return editableFields?.filter(each => fields?.includes(each)) ?? []
}
