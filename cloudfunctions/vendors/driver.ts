import type { Handoff } from '../contract/handoff'
import type { Claim, Fact } from '../domain/decide'
import type { Contact, SubjectFields } from '../domain/verification'
import type { IdType, PersonMode, Subject, VendorId, Way } from '../domain/words'

/**
 * The contract of a vendor driver. A driver is a factory that closes over its options and returns this literal. It
 * keeps no state between calls, never throws for what a vendor does, and passes `test/conformance/suite.ts`.
 */
export interface Driver {
  id: VendorId
  capabilities: Capabilities
  /** Asks the vendor to begin, or to begin again, and yields the way there. One call is at most one attempt. */
  start(request: StartRequest): Promise<Outcome<Started>>
  /** Asks where it stands. Reading only, so a lost answer is `transient`. */
  query(question: Question): Promise<Outcome<Fact>>
  /** Opens a contract to sign or to view, where `capabilities.contracts`. */
  openContract?(request: ContractRequest): Promise<Outcome<Handoff>>
  /** Reads an inbound notice from its raw bytes. Authenticity beyond the address is the driver's to check. */
  readNotice(notice: RawNotice): NoticeReading
  /** What the vendor expects to hear so that it stops repeating a notice. */
  noticeAnswer: NoticeAnswer
}

export interface Capabilities {
  subjects: readonly Subject[]
  handoffs: readonly Handoff['kind'][]
  /** Modes offered to people; a driver may understand more. */
  personModes: readonly PersonMode[]
  idTypes: readonly IdType[]
  batch: boolean
  /** What a query can be about: this attempt (by the vendor's id) or only the contact's account. */
  queryBy: readonly ('attempt' | 'account')[]
  /** A business licence may come with the start of an organization. */
  licence: { maxBytes: number; types: readonly LicenceType[] } | null
  contracts: boolean
}

/** The closed set of outcomes of a call. `detail` is for operators: ours, never the vendor's text. */
export type Outcome<T> =
  | { kind: 'ok'; value: T }
  /** The vendor said no. */
  | { kind: 'rejected'; code: string; detail: string }
  /** Nothing happened; safe to try again. */
  | { kind: 'transient'; code: string; detail: string }
  /** It may have happened. */
  | { kind: 'indeterminate'; code: string; detail: string }
  /** An operator must act before it can work. */
  | { kind: 'misconfigured'; code: string; detail: string }

export type Failure = Exclude<Outcome<never>, { kind: 'ok' }>

export type StartRequest = SubjectFields & {
  /** Where the vendor shall send notices about this attempt. Holds an unguessable part. */
  noticeUrl: string
  way: Way
  /** Organizations only; passed on and forgotten. */
  licence?: Licence
}

export type LicenceType = 'jpg' | 'png' | 'pdf'

export interface Licence {
  type: LicenceType
  bytes: Buffer
}

export type Started =
  /** `refs`: the vendor's ids of this attempt, if it told any. */
  | { kind: 'handoff'; handoff: Handoff; refs: Record<string, string> }
  /** There is nothing to do: the vendor had verified this subject before. */
  | { kind: 'already'; rawStatus: string }

export type Question = { refs: Record<string, string> } & (
  | { subject: 'person'; contact: Contact }
  | { subject: 'organization'; name: string }
)

export interface ContractRequest {
  contractId?: string
  bizId?: string
  tenantName?: string
  contact: Contact
  hidePasswordSettings?: boolean
  allowPasswordSign?: boolean
  documentId?: string
  language?: 'zh' | 'en'
  themeColor?: string
  intent: 'sign' | 'view'
}

export interface RawNotice {
  body: Buffer
  /** Names in lower case. */
  headers: Record<string, string>
  query: Record<string, string>
}

export type NoticeReading =
  | { kind: 'read'; claim: Claim; refs: Record<string, string> }
  /** Not understood or not authentic; `reason` holds no content of the notice. */
  | { kind: 'refused'; reason: string }

export interface NoticeAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}
