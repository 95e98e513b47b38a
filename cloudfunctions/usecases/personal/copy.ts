import type { FileResult } from '../../contract/batch'
import { dayOf } from '../../domain/day'
import { ActionError } from '../../domain/errors'
import { maskContact, maskIdNumber, maskName } from '../../domain/identity'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Contact, SubjectFields, Verification } from '../../domain/verification'
import { inviteeInPart, inviteeOf } from '../invitation/invitee'
import { recordAct } from '../kit/acts'
import type { Deps } from '../kit/deps'
import { fieldsOf } from '../verification/sealedFields'
import { noteText } from '../workplace/annotate'
import { trailOf } from '../workplace/trail'
import { everythingOf } from './everything'

/** How what others have filled in about an invitee is shown. */
type Invited = 'whole' | 'inPart'

/** In base64, so that the answer stays below the limit of the platform. */
const largest = 700_000

/**
 * A copy to keep: all that is kept about the caller, and in full what he typed. What others have filled in about an
 * invitee is masked until the vendor has said that he is the one: whoever holds a code may begin on it.
 * Throws RANGE_TOO_LARGE, DATA_UNREADABLE, BUSY.
 */
export async function copyMyData(deps: Deps, openid: string): Promise<FileResult> {
  await recordAct(deps, { event: 'myData.copy', operator: '', subject: '', detail: '' })
  return copyOf(deps, openid, 'inPart')
}

/** `whole`: for a person who has proven otherwise who he is. */
export async function copyOf(deps: Deps, openid: string, invited: Invited): Promise<FileResult> {
  const { verifications, consents, invitations, events, messages, notes, operator } = await everythingOf(
    deps,
    openid,
  )
  return jsonFile(deps, {
    consents: consents.map(({ vendor, purpose, policyVersion, at, withdrawnAt }) => ({
      vendor,
      purpose,
      policyVersion,
      at: timeOf(at),
      withdrawnAt: withdrawnAt ? timeOf(withdrawnAt) : null,
    })),
    verifications: await Promise.all(verifications.map(each => verificationCopy(deps, each, invited))),
    invitations: invitations.map(each => invitationCopy(deps, each, invited)),
    events: events.map(({ type, subjectId, at }) => ({ type, about: subjectId, at: timeOf(at) })),
    messages: messages.map(({ kind, about, createdAt }) => ({ kind, about, agreedAt: timeOf(createdAt) })),
    notes: notes.map(each => ({ about: each._id, text: noteText(deps, each), at: timeOf(each.at) })),
    operator: operator && { role: operator.role, label: operator.label, since: timeOf(operator.at) },
  })
}

/** Throws RANGE_TOO_LARGE. */
export function jsonFile({ clock }: Deps, content: object): FileResult {
  const now = clock()
  const text = JSON.stringify({ madeAt: timeOf(now), ...content }, null, 2)
  const base64 = Buffer.from(text).toString('base64')
  if (base64.length > largest) throw new ActionError('RANGE_TOO_LARGE')
  return { name: `my-data-${dayOf(now)}.json`, content: base64 }
}

async function verificationCopy(deps: Deps, verification: Verification, invited: Invited) {
  const { _id, vendor, purpose, state, bizId, refs, maskedName, maskedContact } = verification
  const trail = await trailOf(deps, verification)
  const fields = fieldsOf(deps, verification)
  const isWhole = invited === 'whole' || verification.invitationId === null || isHimself(verification)
  return {
    id: _id,
    vendor,
    purpose,
    state,
    bizId,
    vendorIds: refs,
    maskedName,
    maskedContact,
    /** null: removed for good already. */
    submitted: fields && (isWhole ? fields : fieldsInPart(fields)),
    createdAt: timeOf(verification.createdAt),
    removedAt: verification.redactAt === null ? null : timeOf(verification.redactAt),
    trail: trail.map(({ event, cause, from, to, at }) => ({ event, cause, from, to, at: timeOf(at) })),
  }
}

/** The vendor has looked at the very person; a number that is his own says nothing of the name beside it. */
function isHimself({ assurance }: Verification): boolean {
  return assurance === 'attempt' || assurance === 'observed'
}

/** As whoever holds the code may see it. */
function fieldsInPart(fields: SubjectFields): SubjectFields {
  if (fields.subject === 'organization') {
    const { legalPerson, applicant, ...organization } = fields.organization
    return {
      subject: 'organization',
      organization: {
        ...organization,
        ...(legalPerson !== undefined && { legalPerson: maskName(legalPerson) }),
        applicant: {
          ...applicant,
          ...(applicant.name !== undefined && { name: maskName(applicant.name) }),
          contact: contactInPart(applicant.contact),
        },
      },
    }
  }
  const { contact, name, idNumber, bankNumber, bankMobile, ...person } = fields.person
  return {
    subject: 'person',
    person: {
      ...person,
      contact: contactInPart(contact),
      ...(name !== undefined && { name: maskName(name) }),
      ...(idNumber !== undefined && { idNumber: maskIdNumber(idNumber) }),
      ...(bankNumber !== undefined && { bankNumber: maskIdNumber(bankNumber) }),
      ...(bankMobile !== undefined && { bankMobile: maskContact({ type: 'mobile', value: bankMobile }) }),
    },
  }
}

const contactInPart = (contact: Contact): Contact => ({ ...contact, value: maskContact(contact) })

export function invitationCopy(deps: Deps, invitation: Invitation, invited: Invited) {
  const { _id, title, note, bizId, state, createdAt, redactAt } = invitation
  return {
    id: _id,
    title,
    note,
    bizId,
    state,
    filledIn: invited === 'whole' ? inviteeOf(deps, invitation) : inviteeInPart(deps, invitation),
    createdAt: timeOf(createdAt),
    removedAt: redactAt === null ? null : timeOf(redactAt),
  }
}

const timeOf = (at: number): string => new Date(at).toISOString()
