import type { CaseTag } from './caseNote'
import type { CountMarks } from './countMarks'
import type { ProblemCode } from './errors'
import type { State } from './lifecycle'
import type { Assurance, FailureReason, Missing, PersonMode, Subject, VendorId } from './words'

/** An answer about the account from before an attempt. Never the vendor's words. */
export interface Before {
  /** ms since the epoch. */
  at: number
  /** Nobody had verified the account, nor was about to. */
  untouched: boolean
}

/** One attempt of one subject with one vendor, as it is stored. Times are ms since the epoch. */
export interface Verification extends CountMarks {
  /** `v_` + 32 hex digits, derived from owner and client key: the same start twice is the same document. */
  _id: string
  /** Compare-and-set counter: every write names the version it read. */
  version: number
  /** Sorts like (createdAt, _id); the cursor of lists. */
  listKey: string
  /** The platform's openid. Never taken from input. '' once redacted. */
  owner: string
  vendor: VendorId
  subject: Subject
  purpose: string
  state: State
  /** Counts the handoffs fetched for this verification, from 1. */
  attempt: number
  /** Keyed hash of what was submitted: tells a repetition from a conflict. '' once redacted. */
  bodyHash: string
  consentId: string
  /** The invitation it came from, and the place there; null: none. */
  invitationId: string | null
  useId: string | null
  /** The customer's own number of the matter; '' for none. */
  bizId: string
  /** Keyed digests by which operators find it; emptied when redacted. */
  searchKeys: string[]
  /** null for organizations. */
  mode: PersonMode | null
  maskedName: string | null
  maskedContact: string
  /** What the vendor needs again at the next attempt or query; null once redacted. */
  sealed: string | null
  /** The vendor's own ids of this verification, always strings. */
  refs: Record<string, string>
  /** The vendor's status as it came, kept beside ours. */
  rawStatus: string | null
  reviewing: boolean
  assurance: Assurance | null
  /** What the vendor said of the account before this attempt; null: it was not asked, or its answer was lost. */
  before?: Before | null
  /** WeChat has confirmed to its owner the number that was submitted. */
  owned?: boolean
  /** The account is verified, and this is why it does not count; null: nothing is known to lack. */
  missing?: Missing | null
  /** The vendor said at the start that the organization had been verified before. */
  already: boolean
  reason: FailureReason | null
  problem: ProblemCode | null
  history: { state: State; at: number }[]
  createdAt: number
  updatedAt: number
  expiresAt: number
  /** When the sweep must look at it again; null when nothing can change by itself. */
  dueAt: number | null
  /** When the sealed fields go for good; null while it is open. */
  redactAt: number | null
  /** Since when nothing is asked about it nor taken in any more: its person withdrew the consent. null or absent: it goes on. */
  stoppedAt?: number | null
  /** The last thing its person or the vendor did; spaces the looks at the vendor. Documents of 0.1 have none. */
  lifeAt?: number
  /** How operators have marked it for each other; null or absent: not. */
  tag?: CaseTag | null
  /** Audit rows that are decided but perhaps not yet written; see usecases/kit/outbox.ts. */
  outbox: AuditRow[]
  /** Since when the outbox holds rows; null when it is empty. */
  outboxAt: number | null
  /** Hash of the newest audit row: the chain's end. */
  auditHash: string
}

/** One append-only row a transition. Holds ids and states, never names or numbers. */
export interface AuditRow {
  /** `<verification id>_<sequence>` */
  _id: string
  verificationId: string
  vendor: VendorId
  sequence: number
  event: string
  from: State | null
  to: State
  cause: string
  rawStatus: string | null
  /** What failed, where the vendor says so. */
  reason: FailureReason | null
  at: number
  previousHash: string
  hash: string
}

/** What was submitted; exists in the clear only in memory, and sealed in `Verification.sealed`. */
export type SubjectFields =
  | { subject: 'person'; person: PersonFields }
  | { subject: 'organization'; organization: OrganizationFields }

export interface Contact {
  type: 'mobile' | 'email'
  value: string
}

export interface OrganizationFields {
  name: string
  registerNumber?: string
  legalPerson?: string
  applicant: { name?: string; contact: Contact; account?: string }
  account?: string
  closeButton?: boolean
  editableFields?: ('name' | 'registerNumber' | 'legalPerson' | 'licence')[]
}

export interface PersonFields {
  contact: Contact
  name?: string
  idType: 'residentId' | 'passport' | 'hkMacauPermit' | 'taiwanPermit'
  idNumber?: string
  /** At the vendor. */
  account?: string
  bankNumber?: string
  bankMobile?: string
  mode: PersonMode
  fallbackModes?: ('threeFactor' | 'face' | 'bankCard' | 'alipay' | 'manualReview')[]
  editableFields?: ('name' | 'idNumber' | 'bankNumber' | 'bankMobile')[]
}
