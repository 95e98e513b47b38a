import type { Batch, BatchAuditRow, BatchRow } from '../domain/batch/row'
import type { Standing } from '../domain/decide'
import type { Campaign, Invitation, InvitationAuditRow, InvitationUse } from '../domain/invitation/invitation'
import type { Role } from '../domain/roles'
import type { AuditRow, Verification } from '../domain/verification'
import type { FailureReason, Subject, VendorId } from '../domain/words'

/** Every collection and what one of its documents looks like. docs/architecture.md says what none of them may hold. */
export interface Collections {
  verifications: Verification
  /** Who holds the one open verification of a person, vendor and purpose. */
  slots: Slot
  consents: Consent
  notices: NoticeRow
  audit: AuditRow | BatchAuditRow | InvitationAuditRow
  batches: Batch
  batch_rows: BatchRow
  links: LinkRow
  campaigns: Campaign
  invitations: Invitation
  invitation_uses: InvitationUse
  handovers: Handover
  files: KeptFile
  operators: OperatorRow
  operator_codes: OperatorCode
  counters: Counter
  tokens: TokenRow
}
export type CollectionName = keyof Collections

export const collectionNames: readonly CollectionName[] = [
  'verifications',
  'slots',
  'consents',
  'notices',
  'audit',
  'batches',
  'batch_rows',
  'links',
  'campaigns',
  'invitations',
  'invitation_uses',
  'handovers',
  'files',
  'operators',
  'operator_codes',
  'counters',
  'tokens',
]

export interface Slot {
  /** Digest of owner, vendor and purpose. */
  _id: string
  version: number
  verificationId: string
  claimedAt: number
}

export interface Consent {
  _id: string
  owner: string
  vendor: VendorId
  purpose: string
  policyVersion: string
  at: number
}

/** The link of one administrator of a batch, for as long as it lives. */
export interface LinkRow {
  /** `<batch id>_<group>` */
  _id: string
  version: number
  batchId: string
  /** The link in all its forms. */
  sealed: string
  rowIds: string[]
  leftOut: string[]
  failures: string[]
  expiresAt: number
}

/** A phone goes on with what was begun on a computer. */
export interface Handover {
  /** `h_` + keyed digest of the token, which itself is kept nowhere. */
  _id: string
  version: number
  /** openid on the computer. */
  owner: string
  kind: 'start' | 'verification' | 'invitation'
  subject: Subject | null
  /** The token of an invitation; null for the other kinds. */
  sealed: string | null
  /** openid on the phone; null until it is scanned. */
  scannedBy: string | null
  verificationId: string | null
  createdAt: number
  expiresAt: number
}

/** A file we made in cloud storage, to be deleted. */
export interface KeptFile {
  _id: string
  version: number
  fileId: string
  expiresAt: number
}

export interface OperatorRow {
  /** `o_` + digest of the openid. */
  _id: string
  version: number
  role: Role
  label: string
  at: number
}

/** A one-time code that makes somebody an operator: of an invitation, or of the settings (`setup:`). */
export interface OperatorCode {
  /** Keyed digest of the code, which itself is kept nowhere. */
  _id: string
  version: number
  role: Role
  label: string
  /** ms since the epoch; 0: never, as the set-up code. */
  expiresAt: number
  /** Key of the operator who typed it first. */
  takenBy: string | null
  /** That operator was appointed. */
  used: boolean
}

/** A number all instances share. */
export interface Counter {
  _id: string
  version: number
  value: number
  /** ms since the epoch: when it no longer counts. Those without it count for good. */
  until?: number
}

/** A vendor's token, and who is asking for the next one. */
export interface TokenRow {
  _id: string
  version: number
  /** null: there is none. */
  sealed: string | null
  /** ms since the epoch. */
  expiresAt: number
  /** Whoever asks now; '' when nobody does. */
  holder: string
  leaseUntil: number
}

export interface NoticeRow {
  /**
   * `<verification id>_<attempt>_<sha256 of the raw body>`, or `<vendor>_<event id>` for one of the whole account: the
   * same notice twice is the same document.
   */
  _id: string
  /** '' when it is about something else. */
  verificationId: string
  vendor: VendorId
  attempt: number
  /** null: it says nothing that counts. */
  standing: Standing | null
  reason?: FailureReason
  rawStatus: string | null
  refs: Record<string, string>
  receivedAt: number
}

export type Operator = 'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'in'
/** Of a collection with several kinds of documents, the fields of all of them. */
type FieldOf<T> = T extends unknown ? keyof T & string : never
/** `eq` on a list: it holds the value. */
export type Condition<T> = readonly [
  field: FieldOf<T>,
  operator: Operator,
  value: string | number | readonly string[],
]

export interface FindOptions<T, F extends keyof T = keyof T> {
  where: readonly Condition<T>[]
  /** Only these; an answer of the database holds 1 MB at most. Default: the whole document. */
  fields?: readonly F[]
  orderBy?: readonly (readonly [field: FieldOf<T>, order: 'asc' | 'desc'])[]
  /** At most 1000. */
  limit: number
}

/** Collections whose documents count their writes. */
export type VersionedName = {
  [C in CollectionName]: Collections[C] extends { version: number } ? C : never
}[CollectionName]

export interface ManyUpdate<T> {
  set: Partial<Omit<T, '_id' | 'version'>>
  add?: Partial<Record<keyof T & string, number>>
  append?: { [K in keyof T]?: T[K] extends (infer E)[] ? E : never }
}

/** The documents, as the use cases see them. */
export interface Store {
  get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | null>
  /** false: a document with this `_id` is already there. */
  insert<C extends CollectionName>(collection: C, document: Collections[C]): Promise<boolean>
  /** Compare-and-set: writes only over `version`, and counts it up. false: somebody else was first. */
  replace<C extends VersionedName>(
    collection: C,
    id: string,
    version: number,
    changes: Partial<Omit<Collections[C], '_id' | 'version'>>,
  ): Promise<boolean>
  find<C extends CollectionName, F extends keyof Collections[C] = keyof Collections[C]>(
    collection: C,
    options: FindOptions<Collections[C], F>,
  ): Promise<Pick<Collections[C], F>[]>
  /** Changes every document that fits, each by itself; returns how many. `add` counts up, `append` adds to lists. */
  updateMany<C extends 'batch_rows' | 'counters'>(
    collection: C,
    where: readonly Condition<Collections[C]>[],
    update: ManyUpdate<Collections[C]>,
  ): Promise<number>
  /** false: it was not there, or no longer in this version. */
  remove<C extends VersionedName>(collection: C, id: string, version: number): Promise<boolean>
  /** Brings the next sweep forward, whatever the version; the only write that is not compared. */
  makeDue(verificationId: string, at: number): Promise<void>
  /** Empties the outbox of a document if `auditHash` is still its newest row. */
  clearOutbox(
    collection: 'verifications' | 'batches' | 'invitations',
    id: string,
    auditHash: string,
  ): Promise<void>
  /** Creates the collections that are missing; harmless to repeat. */
  prepare(): Promise<void>
}
