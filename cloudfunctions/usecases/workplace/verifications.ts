import type { OutlineResult } from '../../contract/outline'
import type { CaseListResult, CaseResult, CaseView, TrailRow } from '../../contract/workplace'
import { ActionError } from '../../domain/errors'
import type { AuditRow, Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { onePage } from '../kit/pages'
import { outlineOf } from '../verification/outline'
import { viewOf } from '../verification/view'
import { noteOf } from './annotate'
import { type CaseFilters, conditionsOf } from './filters'
import { isIntact, trailOf } from './trail'

/** Everybody's verifications, newest first, masked. */
export async function searchVerifications(
  deps: Deps,
  _openid: string,
  { cursor, limit, ...filters }: CaseFilters & { cursor?: string | undefined; limit: number },
): Promise<CaseListResult> {
  return onePage(
    { cursor, limit },
    ({ from, rest }) => {
      const where = [from, ...conditionsOf(deps, filters)]
      return deps.store.find('verifications', { where, fields: [...shown, 'listKey'], ...rest })
    },
    found => caseView(found),
  )
}

/** One verification, whoever's it is, and what became of it step by step. Throws NOT_FOUND. */
export async function caseOf(deps: Deps, _openid: string, { id }: { id: string }): Promise<CaseResult> {
  const verification = await anyones(deps, id)
  const trail = await trailOf(deps, verification)
  return {
    verification: viewOf(verification, deps.clock()),
    // Verifications from before there were invitations have neither.
    invitationId: verification.invitationId ?? null,
    bizId: verification.bizId ?? '',
    noted: await noteOf(deps, id, verification.tag ?? null),
    rawStatus: verification.rawStatus,
    trail: trail.map(trailRow),
    intact: isIntact(trail, verification),
  }
}

/** The picture of the flow behind it. Throws NOT_FOUND, VENDOR_OFF, VENDOR_UNAVAILABLE. */
export async function caseOutline(
  deps: Deps,
  _openid: string,
  { id }: { id: string },
): Promise<OutlineResult> {
  return outlineOf(deps, await anyones(deps, id))
}

async function anyones({ store }: Deps, id: string): Promise<Verification> {
  const verification = await store.get('verifications', id)
  if (!verification) throw new ActionError('NOT_FOUND')
  return verification
}

const shown = [
  '_id',
  'vendor',
  'subject',
  'state',
  'reviewing',
  'maskedName',
  'maskedContact',
  'invitationId',
  'bizId',
  'tag',
  'createdAt',
  'updatedAt',
] as const

function caseView(found: Pick<Verification, (typeof shown)[number]>): CaseView {
  return {
    id: found._id,
    vendor: found.vendor,
    subject: found.subject,
    state: found.state,
    reviewing: found.reviewing,
    maskedName: found.maskedName,
    maskedContact: found.maskedContact,
    invitationId: found.invitationId ?? null,
    bizId: found.bizId ?? '',
    tag: found.tag ?? null,
    createdAt: found.createdAt,
    updatedAt: found.updatedAt,
  }
}

function trailRow({ sequence, event, from, to, cause, rawStatus, at }: AuditRow): TrailRow {
  return { sequence, event, from, to, cause, rawStatus, at }
}
