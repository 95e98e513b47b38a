import type { Handoff } from '../contract/handoff'
import type { Claim, Fact } from '../domain/decide'
import type { Outline } from '../domain/outline'
import type { Contact, SubjectFields } from '../domain/verification'
import type { IdType, PageOrders, PersonMode, Subject, Texts, VendorId, Way } from '../domain/words'
import type { FileKind } from '../platform/fileKind'
import type { BatchDriver } from './batch'
import type { LegacyInvitations } from './legacyInvitations'
import type { Outcome } from './outcome'

export type { Failure, Outcome } from './outcome'

/**
 * The contract of a vendor driver. A driver is a factory that closes over its options and returns this literal. It
 * keeps no state between calls, never throws for what a vendor does, and passes the suites in `test/conformance` of what
 * its capabilities promise.
 */
export interface Driver {
  id: VendorId
  /** Where one is verified, in half a sentence. */
  note: Texts
  capabilities: Capabilities
  /** Asks the vendor to begin, or to begin again, and yields the way there. One call is at most one attempt. */
  start(request: StartRequest): Promise<Outcome<Started>>
  /** Asks where it stands. Reading only, so a lost answer is `transient`. */
  query(question: Question): Promise<Outcome<Fact>>
  /** Opens a contract to sign or to view, where `capabilities.contracts`. */
  openContract?(request: ContractRequest): Promise<Outcome<Handoff>>
  /** Organizations by the hundred, where `capabilities.batch`. */
  batch?: BatchDriver
  /** The picture of a flow with its steps (`reference` as in a Question), where `capabilities.outline`. null: there is no such flow. */
  outline?(refs: Record<string, string>, reference?: string): Promise<Outcome<Outline | null>>
  /** The vendor's own invitations of earlier years, read-only, where they are switched on. */
  legacyInvitations?: LegacyInvitations
  /** Every notice is signed, so it may come to an address that holds no secret. */
  signsNotices: boolean
  /** Where it may send users; `vendors/jumps.ts` checks every way. */
  jumps?: Jumps
  /**
   * Reads an inbound notice from its raw bytes. Authenticity beyond the address is the driver's to check,
   * before it parses anything. Time grows with the length of the notice, whatever it says.
   */
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
  /** What operators may order of the vendor's page; absent: nothing. */
  page?: PageOrders
  /** What the vendor must be told about a person and an organization before it begins, beside the contact. */
  requires: { person: readonly PersonField[]; organization: readonly OrganizationField[] }
  batch: boolean
  /** What a query can be about: this attempt (by the vendor's id) or only the contact's account. */
  queryBy: readonly ('attempt' | 'account')[]
  /** By what the vendor finds an account when it is asked about one, or says at a start that it is verified already. */
  accountBy: {
    person: readonly ('contact' | 'idNumber')[]
    organization: readonly ('name' | 'registerNumber')[]
  }
  /**
   * Subjects whose account is verified, in the vendor's answer, by nothing but a way in that we handed out, unless the
   * fact says `elsewhere`. Only there can be observed who did it.
   */
  observes: readonly Subject[]
  /** A business licence may come with the start of an organization. */
  licence: { maxBytes: number; types: readonly LicenceType[] } | null
  contracts: boolean
  outline: boolean
  /** Whether a subject may be named by its account at the vendor. */
  accounts: boolean
}

/** Where a vendor may send a user: everything else is a mistake, or somebody else. */
export interface Jumps {
  /** Mini-programs. */
  appIds: readonly string[]
  /** Pages of plugins: `plugin://alias/page`. */
  plugins: readonly string[]
  /** A host with all that is below it; with a port: exactly that one, over http as well. */
  hosts: readonly string[]
}

export type PersonField = 'name' | 'idNumber'
export type OrganizationField = 'registerNumber' | 'legalPerson'

export type StartRequest = SubjectFields & {
  /** Where the vendor shall send notices about this attempt. Holds an unguessable part. */
  noticeUrl: string
  /** Ours, for vendors that echo something with their notices. Letters, digits and `_`. */
  reference: string
  way: Way
  /** Organizations only; passed on and forgotten. */
  licence?: Licence
}

export type LicenceType = FileKind

export interface Licence {
  type: LicenceType
  bytes: Buffer
}

export type Started =
  /** `refs`: the vendor's ids of this attempt, if it told any. */
  | { kind: 'handoff'; handoff: Handoff; refs: Record<string, string> }
  /** There is nothing to do: the vendor had verified this subject before. */
  | { kind: 'already'; rawStatus: string }

/** `reference`: what every reference of this verification begins with; an echo of another one proves nothing. */
export type Question = { refs: Record<string, string>; reference?: string } & (
  | { subject: 'person'; contact: Contact; name?: string; idNumber?: string }
  | { subject: 'organization'; name: string; registerNumber?: string }
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
  /**
   * Came to the one address of the whole account, and is proven authentic. `about` says whom to ask the vendor about:
   * the `reference` of a start, or an organization.
   */
  | { kind: 'account'; eventId: string; rawStatus: string; claim: Claim | null; about: NoticeSubject }
  /** Authentic or harmless, and nothing to do: a probe of the address, a type we have no use for. */
  | { kind: 'nothing' }
  /** Not understood or not authentic; `reason` holds no content of the notice. */
  | { kind: 'refused'; reason: string }

export interface NoticeSubject {
  reference?: string
  organization?: { name?: string; creditCode?: string }
}

export interface NoticeAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}
