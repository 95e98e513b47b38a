import * as v from 'valibot'
import type { ProblemCode } from '../domain/errors'
import type { State } from '../domain/lifecycle'
import {
  type Assurance,
  contactTypes,
  editableFields,
  type FailureReason,
  fallbackModes,
  hints,
  idTypes,
  type Missing,
  organizationEditableFields,
  type PersonMode,
  personModes,
  type Subject,
  type VendorId,
  ways,
} from '../domain/words'
import type { Handoff } from './handoff'
import { pageLimit } from './page'
import { bankNumber, email, mobile, organizationName, paperNumber, personName, registerNumber } from './texts'
import { vendorId } from './vendor'

/** A key the client makes once per intent (one press of 「开始认证」) and repeats when it tries the same again. */
export const clientKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))
/** The same where a caller may do without: what is repeated then is done twice. */
export const optionalKey = v.optional(clientKey)
export const verificationId = v.pipe(v.string(), v.regex(/^v_[0-9a-f]{32}$/))
export const purpose = v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/)), 'general')

const contact = v.variant('type', [
  v.strictObject({ type: v.literal(contactTypes[0]), value: mobile }),
  v.strictObject({ type: v.literal(contactTypes[1]), value: email }),
])

/** The subject's account at the vendor, where it has one. */
const account = v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[\w-]{1,64}$/)))

/** Everything but the contact may be left to the vendor's page. */
const personInput = v.strictObject({
  contact,
  name: v.optional(personName),
  idType: v.optional(v.picklist(idTypes), 'residentId'),
  idNumber: v.optional(paperNumber),
  account,
  bankNumber: v.optional(bankNumber),
  bankMobile: v.optional(mobile),
  mode: v.optional(v.picklist(personModes), 'any'),
  fallbackModes: v.optional(v.pipe(v.array(v.picklist(fallbackModes)), v.maxLength(fallbackModes.length))),
  editableFields: v.optional(v.pipe(v.array(v.picklist(editableFields)), v.maxLength(editableFields.length))),
})

/** The applicant becomes the organization's administrator at the vendor once it is verified. */
const organizationInput = v.strictObject({
  name: organizationName,
  registerNumber: v.optional(registerNumber),
  legalPerson: v.optional(personName),
  applicant: v.strictObject({ name: v.optional(personName), contact, account }),
  account,
  /** Of `wx.cloud.uploadFile` below `licences/`; the file is deleted once it was passed on. */
  licenceFileId: v.optional(
    v.pipe(v.string(), v.maxLength(300), v.regex(/^cloud:\/\/[^/]+\/licences\/[\w-]{16,64}\.(jpg|png|pdf)$/)),
  ),
  /** Whether the vendor's page may be closed half-way; the vendor's default is yes. */
  closeButton: v.optional(v.boolean()),
  editableFields: v.optional(
    v.pipe(v.array(v.picklist(organizationEditableFields)), v.maxLength(organizationEditableFields.length)),
  ),
})

const startOf = {
  clientKey,
  vendor: vendorId,
  purpose,
  consentId: v.pipe(v.string(), v.regex(/^c_[0-9a-f]{32}$/)),
  way: v.optional(v.picklist(ways), 'app'),
  /** Of the code by which the phone took over from a computer. */
  handover: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))),
}
export const startInput = v.variant('subject', [
  v.strictObject({ ...startOf, subject: v.literal('person'), person: personInput }),
  v.strictObject({ ...startOf, subject: v.literal('organization'), organization: organizationInput }),
])
export type StartInput = v.InferOutput<typeof startInput>

export const getInput = v.strictObject({ id: verificationId })
export const refreshInput = v.strictObject({ id: verificationId, hint: v.optional(v.picklist(hints)) })
export const listInput = v.strictObject({
  /** `nextCursor` of the page before. */
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}_v_[0-9a-f]{32}$/))),
  limit: pageLimit,
})
/** Of `<button open-type="getPhoneNumber">`, single use. */
export const phoneCode = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
export const confirmNumberInput = v.strictObject({ id: verificationId, phoneCode })
export const cancelInput = v.strictObject({ id: verificationId })
/** `attempt` is the one the page shows; a second press still carries the old number and changes nothing. */
export const renewInput = v.strictObject({
  id: verificationId,
  attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
  way: v.optional(v.picklist(ways), 'app'),
})

/** `act`: the user must do something · `wait`: somebody else must · `done` · `failed`. */
export type Phase = 'act' | 'wait' | 'done' | 'failed'

/**
 * `open`: ask for a handoff (`verification.renew`) and follow it · `refresh`: ask again in a moment · `wait`: come
 * back later, a reviewer is at work · `start`: begin a new verification · `contact`: the operator must act first ·
 * `confirm`: let WeChat confirm the number (`verification.confirmNumber`).
 */
export type NextStep = 'open' | 'refresh' | 'wait' | 'start' | 'contact' | 'confirm' | 'none'

export interface StepView {
  key: 'submit' | 'handoff' | 'check' | 'result'
  status: 'done' | 'current' | 'todo' | 'failed'
  /** ms since the epoch. */
  at: number | null
}

/** What a page may know about a verification. The server decides what comes next; pages never derive it. */
export interface VerificationView {
  id: string
  vendor: VendorId
  subject: Subject
  purpose: string
  state: State
  phase: Phase
  nextStep: NextStep
  /** A fresh attempt is possible: `renew` while `nextStep` is `open`, otherwise a new `start`. */
  canRetry: boolean
  canCancel: boolean
  /** A person at the vendor is looking at it; may take days. */
  reviewing: boolean
  assurance: Assurance | null
  /** The account is verified, and this is why it does not count. */
  missing: Missing | null
  problem: { code: ProblemCode; message: string } | null
  /** The vendor said at the start that the organization had been verified before. */
  already: boolean
  /** What failed, where the vendor says so. */
  reason: FailureReason | null
  /** null for organizations. */
  mode: PersonMode | null
  /** The organization's name in full, a person's in part. */
  maskedName: string | null
  maskedContact: string
  attempt: number
  steps: StepView[]
  /** ms since the epoch, all three. */
  createdAt: number
  updatedAt: number
  expiresAt: number
}

/**
 * `handoff` is there only in the answer to the call that fetched it: tickets are never kept.
 * `existing`: there was already an open verification of this person, vendor and purpose; it is returned untouched.
 */
export interface StartResult {
  outcome: 'started' | 'repeated' | 'existing'
  verification: VerificationView
  handoff: Handoff | null
}

export interface RenewResult {
  outcome: 'renewed' | 'repeated'
  verification: VerificationView
  handoff: Handoff | null
}

export interface VerificationResult {
  verification: VerificationView
}

export interface ListResult {
  items: VerificationView[]
  nextCursor: string | null
}
