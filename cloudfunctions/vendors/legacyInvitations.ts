import type { LegacyInvitationState } from '../contract/legacyInvitations'
import type { Subject } from '../domain/words'
import type { Outcome } from './outcome'

/** e签宝's invitations, closed to new integrations since 2022-01-12. */
export interface LegacyInvitations {
  search(question: {
    invitationId: string
    offset: number
    size: number
  }): Promise<Outcome<{ items: LegacyInvitation[]; total: number }>>
}

/** Personal data in full: masked before it leaves the function, and kept nowhere. Texts are '' where none came. */
export interface LegacyInvitation {
  subject: Subject
  bizId: string
  state: LegacyInvitationState
  rawStatus: string
  notifyType: 'sms' | 'email' | null
  redirectUrl: string
  callbackUrl: string
  /** `paper`: what the number is of; null where the vendor's word is none of ours. */
  invitee: { name: string; mobile: string; email: string; idNumber: string; paper: 'residentId' | null }
  organization: {
    name: string
    creditCode: string
    paper: 'creditCode' | 'organizationCode' | null
    legalName: string
    legalIdNumber: string
  } | null
}
