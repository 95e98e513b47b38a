import type { Standing } from '../domain/decide'
import type { AuditRow, Verification } from '../domain/verification'
import type { FailureReason, VendorId } from '../domain/words'

/** Every collection and what one of its documents looks like. docs/architecture.md says what none of them may hold. */
export interface Collections {
  verifications: Verification
  /** Who holds the one open verification of a person, vendor and purpose. */
  slots: Slot
  consents: Consent
  notices: NoticeRow
  audit: AuditRow
}
export type CollectionName = keyof Collections

export const collectionNames: readonly CollectionName[] = [
  'verifications',
  'slots',
  'consents',
  'notices',
  'audit',
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

export interface NoticeRow {
  /** `<verification id>_<attempt>_<sha256 of the raw body>`: the same notice twice is the same document. */
  _id: string
  verificationId: string
  vendor: VendorId
  attempt: number
  standing: Standing
  reason?: FailureReason
  rawStatus: string | null
  refs: Record<string, string>
  receivedAt: number
}

export type Operator = 'eq' | 'lt' | 'lte' | 'gt' | 'in'
export type Condition<T> = readonly [
  field: keyof T & string,
  operator: Operator,
  value: string | number | readonly string[],
]

export interface FindOptions<T> {
  where: readonly Condition<T>[]
  orderBy?: readonly (readonly [field: keyof T & string, order: 'asc' | 'desc'])[]
  /** At most 1000. */
  limit: number
}

/** The documents, as the use cases see them. */
export interface Store {
  get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | null>
  /** false: a document with this `_id` is already there. */
  insert<C extends CollectionName>(collection: C, document: Collections[C]): Promise<boolean>
  /** Compare-and-set: writes only over `version`, and counts it up. false: somebody else was first. */
  replace<C extends 'verifications' | 'slots'>(
    collection: C,
    id: string,
    version: number,
    changes: Partial<Omit<Collections[C], '_id' | 'version'>>,
  ): Promise<boolean>
  find<C extends CollectionName>(
    collection: C,
    options: FindOptions<Collections[C]>,
  ): Promise<Collections[C][]>
  /** Brings the next sweep forward, whatever the version; the only write that is not compared. */
  makeDue(verificationId: string, at: number): Promise<void>
  /** Empties the outbox of a verification if `auditHash` is still its newest row. */
  clearOutbox(verificationId: string, auditHash: string): Promise<void>
  /** Creates the collections that are missing; harmless to repeat. */
  prepare(): Promise<void>
}
