import type { BatchView } from '../contract/batch'
import type { BatchResource, LinkResource, RowResource } from '../contract/server/batches'
import type { EndpointResource } from '../contract/server/endpoints'
import type { InvitationResource } from '../contract/server/invitations'
import type { OutlineResource } from '../contract/server/outline'
import type { VerificationResource } from '../contract/server/verifications'
import type { BatchRow } from '../domain/batch/row'
import { guide } from '../domain/guidance'
import type { Endpoint } from '../domain/integration/endpoint'
import type { Invitation } from '../domain/invitation/invitation'
import type { FlowOutline, Outline } from '../domain/outline'
import type { Verification } from '../domain/verification'
import type { BatchLinkItem } from '../usecases/integration/batches'

const iso = (ms: number): string => new Date(ms).toISOString()
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms))

export function invitationResource(
  invitation: Invitation,
  links: InvitationResource['links'],
): InvitationResource {
  const { _id, subject, title, note, vendor, mode, bizId, state, maskedName } = invitation
  const { most, begun, verified, finished, openedAt, createdAt, updatedAt, expiresAt } = invitation
  return {
    id: _id,
    subject,
    title,
    note,
    vendor,
    mode,
    bizId,
    state,
    maskedName,
    most,
    begun,
    verified,
    finished,
    links,
    openedAt: isoOrNull(openedAt),
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    expiresAt: iso(expiresAt),
  }
}

export function verificationResource(verification: Verification, now: number): VerificationResource {
  const { _id, vendor, subject, state, reviewing, assurance, reason, problem, already, createdAt } =
    verification
  const missing = verification.missing ?? null
  return {
    id: _id,
    vendor,
    subject,
    state,
    phase: guide({ state, reviewing, problem, missing, already, age: now - createdAt }).phase,
    reviewing,
    assurance,
    missing,
    reason,
    // Verifications from before there were invitations have neither.
    bizId: verification.bizId ?? '',
    invitationId: verification.invitationId ?? null,
    maskedName: verification.maskedName,
    createdAt: iso(createdAt),
    updatedAt: iso(verification.updatedAt),
    expiresAt: iso(verification.expiresAt),
  }
}

export function endpointResource(endpoint: Endpoint): EndpointResource {
  const { _id, url, types, stopped, createdAt, lastSuccessAt, lastFailureAt } = endpoint
  return {
    id: _id,
    url,
    types,
    active: stopped === null,
    stopped: stopped?.why ?? null,
    createdAt: iso(createdAt),
    lastSuccessAt: isoOrNull(lastSuccessAt),
    lastFailureAt: isoOrNull(lastFailureAt),
  }
}

export function batchResource(batch: BatchView): BatchResource {
  const { id, title, linkMode, authorization, phase, total, counts, faulty, sendable, paused } = batch
  return {
    id,
    title,
    linkMode,
    authorization,
    phase,
    total,
    counts,
    faulty,
    sendable,
    paused: paused && { code: paused.code, until: iso(paused.until) },
    createdAt: iso(batch.createdAt),
    updatedAt: iso(batch.updatedAt),
  }
}

/** Without suggestions: they may hold what was typed about the administrator. */
export function rowResource({
  _id,
  number,
  name,
  creditCode,
  state,
  issues,
  updatedAt,
}: BatchRow): RowResource {
  return {
    id: _id,
    number,
    name,
    creditCode,
    state,
    issues: issues.map(({ column, code, other }) => ({ column, code, other: other ?? null })),
    updatedAt: iso(updatedAt),
  }
}

export function linkResource({ way, next: _next, ...link }: BatchLinkItem): LinkResource {
  return {
    ...link,
    state: way ? 'ready' : 'pending',
    url: way?.url ?? null,
    shortUrl: way?.shortUrl ?? null,
    expiresAt: isoOrNull(way?.expiresAt ?? null),
  }
}

/** Without the vendor's own words: they may speak of a person. */
export function outlineResource(outline: Outline | null): OutlineResource {
  if (!outline) return { outline: null }
  return {
    outline: {
      ...flowResource(outline),
      createdAt: isoOrNull(outline.createdAt),
      changedAt: isoOrNull(outline.changedAt),
      related: outline.related.map(flowResource),
    },
  }
}

function flowResource({ subject, state, steps }: FlowOutline) {
  return { subject, state, steps: steps.map(({ kind, rawKind, state }) => ({ kind, rawKind, state })) }
}
