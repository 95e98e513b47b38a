import type { FileResult } from '../../contract/batch'
import { dayOf } from '../../domain/day'
import { ActionError } from '../../domain/errors'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Verification } from '../../domain/verification'
import { inviteeOf } from '../invitation/invitee'
import { recordAct } from '../kit/acts'
import type { Deps } from '../kit/deps'
import { fieldsOf } from '../verification/sealedFields'
import { noteText } from '../workplace/annotate'
import { trailOf } from '../workplace/trail'
import { everythingOf } from './everything'

/** In base64, so that the answer stays below the limit of the platform. */
const largest = 700_000

/** A copy to keep: all that is kept about the caller, in full. Throws RANGE_TOO_LARGE, DATA_UNREADABLE, BUSY. */
export async function copyMyData(deps: Deps, openid: string): Promise<FileResult> {
  await recordAct(deps, { event: 'myData.copy', operator: '', subject: '', detail: '' })
  return copyOf(deps, openid)
}

export async function copyOf(deps: Deps, openid: string): Promise<FileResult> {
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
    verifications: await Promise.all(verifications.map(each => verificationCopy(deps, each))),
    invitations: invitations.map(each => invitationCopy(deps, each)),
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

async function verificationCopy(deps: Deps, verification: Verification) {
  const { _id, vendor, purpose, state, bizId, refs, maskedName, maskedContact } = verification
  const trail = await trailOf(deps, verification)
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
    submitted: fieldsOf(deps, verification),
    createdAt: timeOf(verification.createdAt),
    removedAt: verification.redactAt === null ? null : timeOf(verification.redactAt),
    trail: trail.map(({ event, cause, from, to, at }) => ({ event, cause, from, to, at: timeOf(at) })),
  }
}

export function invitationCopy(deps: Deps, invitation: Invitation) {
  const { _id, title, note, bizId, state, createdAt, redactAt } = invitation
  return {
    id: _id,
    title,
    note,
    bizId,
    state,
    filledIn: inviteeOf(deps, invitation),
    createdAt: timeOf(createdAt),
    removedAt: redactAt === null ? null : timeOf(redactAt),
  }
}

const timeOf = (at: number): string => new Date(at).toISOString()
