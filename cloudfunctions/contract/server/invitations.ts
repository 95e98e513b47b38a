import * as v from 'valibot'
import { invitationStates } from '../../domain/invitation/lifecycle'
import { personModes, subjects } from '../../domain/words'
import { codeForms, invitationId, invitationOf } from '../invitation'
import { businessNumber } from '../texts'
import { count, listOf, moment, momentOrNull, page } from './shape'

export const invitationPath = v.strictObject({ id: invitationId })

/** As the workplace's form, without the key of a page: the Idempotency-Key takes its place. */
export const createBody = v.variant('subject', [invitationOf.person, invitationOf.organization])

export const resendBody = v.strictObject({
  /** How long it can be begun from now, in days. */
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 30),
  /** The codes given out so far are of no use any more, and whoever has begun loses the place. */
  newCode: v.optional(v.boolean(), false),
})

export const listQuery = v.strictObject({
  ...page,
  bizId: v.optional(businessNumber),
  state: v.optional(v.picklist(invitationStates)),
  subject: v.optional(v.picklist(subjects)),
})

export const invitation = v.strictObject({
  id: invitationId,
  subject: v.picklist(subjects),
  title: v.string(),
  note: v.string(),
  /** null: any that is on. */
  vendor: v.nullable(v.string()),
  mode: v.nullable(v.picklist(personModes)),
  bizId: v.string(),
  state: v.picklist(invitationStates),
  /** An organization's name in full, a person's in part; '' when not filled in. */
  maskedName: v.string(),
  /** How many people may use it, have begun, are verified, have finished. */
  most: count,
  begun: count,
  verified: count,
  finished: count,
  /** `pending` until the codes and links that only WeChat can make are there; `invitation.ready` tells. */
  links: v.picklist(['pending', 'ready']),
  openedAt: momentOrNull,
  createdAt: moment,
  updatedAt: moment,
  /** Until when it can be begun. */
  expiresAt: moment,
})
export type InvitationResource = v.InferOutput<typeof invitation>
export const invitationList = listOf(invitation)

/** One form alone; left out: all that one answer holds. */
export const linksQuery = v.strictObject({ form: v.optional(v.picklist(codeForms)) })

/** `image`: `data:image/…` of a code · `text`: a link to copy. null for what this form does not have. */
const link = v.strictObject({
  form: v.picklist(codeForms),
  /** `apart`: ready, but too large to stand beside the others; ask for this form alone. */
  state: v.picklist(['ready', 'pending', 'apart']),
  image: v.nullable(v.string()),
  text: v.nullable(v.string()),
  expiresAt: momentOrNull,
})
export const invitationLinks = v.strictObject({ id: invitationId, links: v.array(link) })
export type InvitationLinks = v.InferOutput<typeof invitationLinks>
