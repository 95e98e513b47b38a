import type { AccountUse } from '../domain/accountUse'
import type { ActRow } from '../domain/act'
import type { AnchorRow } from '../domain/anchor'
import type { LinkRow } from '../domain/batch/link'
import type { Batch, BatchAuditRow, BatchRow } from '../domain/batch/row'
import type { Brand } from '../domain/brand'
import type { CaseNote } from '../domain/caseNote'
import type { Consent } from '../domain/consent'
import type { Counter } from '../domain/counter'
import type { DayFigures } from '../domain/dayFigures'
import type { ExportJob } from '../domain/exportJob'
import type { Handover } from '../domain/handover'
import type { HealthRow } from '../domain/health'
import type { ApiKey } from '../domain/integration/apiKey'
import type { Delivery } from '../domain/integration/delivery'
import type { Endpoint } from '../domain/integration/endpoint'
import type { IntegrationEvent } from '../domain/integration/event'
import type { InvitationLinks } from '../domain/integration/invitationLinks'
import type { Campaign, Invitation, InvitationAuditRow, InvitationUse } from '../domain/invitation/invitation'
import type { KeptAnswer } from '../domain/keptAnswer'
import type { KeptFile } from '../domain/keptFile'
import type { Message } from '../domain/message/message'
import type { NoticeRow } from '../domain/notice'
import type { OperatorCode, OperatorRow } from '../domain/operator'
import type { Slot } from '../domain/slot'
import type { TokenRow } from '../domain/token'
import type { AuditRow, Verification } from '../domain/verification'

/** Every collection and what one of its documents looks like. docs/architecture.md says what none of them may hold. */
export interface Collections {
  verifications: Verification
  /** Who holds the one open verification of a person, vendor and purpose. */
  slots: Slot
  consents: Consent
  notices: NoticeRow
  audit: AuditRow | BatchAuditRow | InvitationAuditRow | ActRow | AnchorRow
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
  /** Who has begun to verify which account, and whose it is. Digests only. */
  account_uses: AccountUse
  /** Keys of business systems, where they take events, what happened, and what is to be sent. */
  api_keys: ApiKey
  endpoints: Endpoint
  events: IntegrationEvent
  deliveries: Delivery
  kept_answers: KeptAnswer
  invitation_links: InvitationLinks
  health: HealthRow
  /** By the day: how many stand how of what was made on it. */
  figures: DayFigures
  messages: Message
  case_notes: CaseNote
  /** Spreadsheets that are made in parts. */
  exports: ExportJob
  /** One document: how the inviting firm shows itself. */
  brands: Brand
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
  'account_uses',
  'api_keys',
  'endpoints',
  'events',
  'deliveries',
  'kept_answers',
  'invitation_links',
  'health',
  'figures',
  'messages',
  'case_notes',
  'exports',
  'brands',
]

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'in'
/** Of a collection with several kinds of documents, the fields of all of them. */
type FieldOf<T> = T extends unknown ? keyof T & string : never
/** `eq` on a list: it holds the value; `in`: one of them. */
export type Condition<T> = readonly [
  field: FieldOf<T>,
  comparison: Comparison,
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

/** The documents, as the use cases see them. Whatever meets a collection that is not there throws SETUP_MISSING. */
export interface Store {
  get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | null>
  /** false: a document with this `_id` is already there. */
  insert<C extends CollectionName>(collection: C, document: Collections[C]): Promise<boolean>
  /**
   * Puts in those whose `_id` is not there yet, a page a call; answers all of them, in their order, as they are now. One
   * that was there before, or came meanwhile, is answered as it is.
   */
  insertMany<C extends CollectionName>(
    collection: C,
    documents: readonly Collections[C][],
  ): Promise<Collections[C][]>
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
  updateMany<
    C extends
      | 'verifications'
      | 'invitations'
      | 'batch_rows'
      | 'counters'
      | 'health'
      | 'consents'
      | 'invitation_uses',
  >(
    collection: C,
    where: readonly Condition<Collections[C]>[],
    update: ManyUpdate<Collections[C]>,
  ): Promise<number>
  /** false: it was not there, or no longer in this version. */
  remove<C extends VersionedName>(collection: C, id: string, version: number): Promise<boolean>
  /** Removes every document that fits, whatever its version; returns how many. */
  removeMany<C extends 'notices' | 'handovers' | 'kept_answers' | 'messages' | 'case_notes'>(
    collection: C,
    where: readonly Condition<Collections[C]>[],
  ): Promise<number>
  /** Brings the next sweep forward, whatever the version; the only write that is not compared. */
  makeDue(verificationId: string, at: number): Promise<void>
  /** Empties the outboxes of documents whose `auditHash` is still that of their newest row. One call. */
  clearOutbox(
    collection: 'verifications' | 'batches' | 'invitations',
    documents: readonly { _id: string; auditHash: string }[],
  ): Promise<void>
  /** Collections that set-up has not made; nothing here ever makes one. One read a collection. */
  missing(): Promise<CollectionName[]>
}
