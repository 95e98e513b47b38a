import * as v from 'valibot'
import { states } from '../../domain/lifecycle'
import { assurances, missings, subjects } from '../../domain/words'
import { invitationId } from '../invitation'
import { businessNumber } from '../texts'
import { verificationId } from '../verification'
import { listOf, moment, page, since } from './shape'

export const verificationPath = v.strictObject({ id: verificationId })

export const listQuery = v.strictObject({
  ...page,
  bizId: v.optional(businessNumber),
  invitationId: v.optional(invitationId),
  state: v.optional(v.picklist(states)),
  /** Made from then on, and before then. */
  from: since,
  until: since,
})

export const verification = v.strictObject({
  id: verificationId,
  vendor: v.string(),
  subject: v.picklist(subjects),
  state: v.picklist(states),
  /** Whose turn it is: the subject's, somebody else's, nobody's any more. */
  phase: v.picklist(['act', 'wait', 'done', 'failed']),
  /** A person at the vendor is looking at it. */
  reviewing: v.boolean(),
  /** What it rests on, the strongest first: see docs/security.md; null until it is verified. */
  assurance: v.nullable(v.picklist(assurances)),
  /** The account is verified at the vendor, but whose it is must be shown: by its number, or by this very attempt. */
  missing: v.nullable(v.picklist(missings)),
  reason: v.nullable(v.string()),
  bizId: v.string(),
  invitationId: v.nullable(invitationId),
  maskedName: v.nullable(v.string()),
  createdAt: moment,
  updatedAt: moment,
  expiresAt: moment,
})
export type VerificationResource = v.InferOutput<typeof verification>
export const verificationList = listOf(verification)
