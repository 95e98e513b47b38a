import type { MiniProgramHandoff } from '../contract/handoff'
import type { AdminIdType, Authorization, LinkMode } from '../domain/batch/row'
import type { FileKind } from '../platform/fileKind'
import type { Outcome } from './outcome'

/** The part of a driver that has organizations authenticated by the hundred. Present where `capabilities.batch`. */
export interface BatchDriver {
  limits: {
    rowsPerCall: number
    rowsPerDay: number
    /** null: all of an administrator's. */
    rowsPerLink: number | null
    bodyBytes: number
    licenceBytes: number
    letterBytes: number
  }
  /** Asks for links for up to `rowsPerCall` organizations. Never repeated by itself: a lost answer is `indeterminate`. */
  register(request: Registration): Promise<Outcome<Registered>>
  /** What has become of a task: one entry for each organization the vendor is through with. */
  prepared(taskId: string): Promise<Outcome<PreparedRow[]>>
  /** Where the flows of these sub-tasks stand; what the vendor does not know is missing in the answer. */
  progress(subTaskIds: readonly string[]): Promise<Outcome<RowProgress[]>>
  /** The truth about one organization. */
  standing(organization: { name: string; creditCode: string }): Promise<Outcome<OrganizationStanding>>
  /** One link for all sub-tasks of one administrator, in every form the vendor offers. */
  link(request: LinkRequest): Promise<Outcome<BatchLink>>
  /** Clears unfinished flows, by their ids or all of one administrator. */
  withdraw(request: Withdrawal): Promise<Outcome<Withdrawn>>
}

export interface Administrator {
  name: string
  mobile: string
  idType: AdminIdType
  /** '' when it was not said. */
  idNumber: string
}

export interface Registration {
  linkMode: LinkMode
  rows: readonly RegistrationRow[]
}

export interface RegistrationRow {
  name: string
  creditCode: string
  legalName: string
  /** '' when it was not said. */
  address: string
  administrator: Administrator | null
  authorization: Authorization | null
  licence: RowFile | null
  letters: readonly RowFile[]
}

export interface RowFile {
  type: FileKind
  bytes: Buffer
}

export type Registered =
  | { kind: 'accepted'; taskId: string }
  /** Nothing was created. `texts` has the vendor's sentence for each row at fault, '' for the others, in the order sent. */
  | { kind: 'refused'; texts: readonly string[] }

export interface PreparedRow {
  /** As it was submitted: the only thing that ties the entry to a row. */
  name: string
  subTaskId: string
  /** The row's own link; '' in single-link mode. */
  url: string
  /** The vendor's sentence; '' when nothing is wrong. */
  failure: string
  /** The sentence says that it was verified before. */
  already: boolean
}

export interface RowProgress {
  subTaskId: string
  /** `Processing` · `Create` · `Submit` · `Authorization` · `Failed`, or a status nobody has documented. */
  rawStatus: string
  standing: 'waiting' | 'prepared' | 'started' | 'submitted' | 'failed' | 'already' | 'unknown'
  failure: string
  authorizationId: string | null
}

export interface OrganizationStanding {
  standing: 'none' | 'started' | 'reviewing' | 'letterRejected' | 'verified'
  rawStatus: string
  /** Why a letter was turned down; '' otherwise. */
  reason: string
}

export interface LinkRequest {
  administrator: Administrator
  subTaskIds: readonly string[]
}

export interface BatchLink {
  app: MiniProgramHandoff
  /** Address of an image. */
  qrImage: string
  url: string
  shortUrl: string
  /** ms since the epoch: the earliest of the four. */
  expiresAt: number
  /** The vendor's sentences about flows at fault. */
  failures: readonly string[]
}

export type Withdrawal =
  | { authorizationIds: readonly string[] }
  | { administrator: Pick<Administrator, 'name' | 'mobile'> }

export interface Withdrawn {
  /** `nothing`: there was no unfinished flow. */
  extent: 'all' | 'some' | 'none' | 'nothing'
  failures: readonly { authorizationId: string; name: string; text: string }[]
}
