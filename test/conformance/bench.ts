import type { Handoff } from '../../cloudfunctions/contract/handoff'
import type { Contact, OrganizationFields, PersonFields } from '../../cloudfunctions/domain/verification'
import type { BatchLink, RegistrationRow } from '../../cloudfunctions/vendors/batch'
import type { Driver, RawNotice } from '../../cloudfunctions/vendors/driver'

/** What happens to the next request at the vendor's interface. */
export type Fault = 'hang' | 'dropBefore' | 'dropAfter' | 'garbage' | 'busyOnce'

/** A vendor's simulator and drivers around it, as the suites need them. Parts are there with their capability. */
export interface Bench {
  driver: Driver
  /** The same vendor with credentials of the other environment, with a wrong key, and where nobody listens. */
  wrongEnvironment: Driver
  wrongKey: Driver
  unreachable: Driver
  /** With other secrets for notices, and with none where that can be: the notices of `driver` are not theirs. */
  strangers: readonly Driver[]
  /** Another person at every call. */
  person(): PersonFields
  /** A fresh address for notices, or the one there is with nothing arrived. */
  noticeUrl(): string
  fault(fault: Fault): Promise<void>
  /** Goes where the handoff of a person leads and acts there. */
  act(handoff: Handoff, action: 'pass' | 'fail' | 'review'): Promise<void>
  /** What has arrived at the newest notice address; waits for `count` of them. */
  notices(count: number): Promise<RawNotice[]>
  /** So many calls of the vendor's interface there have been. */
  requests(): Promise<number>
  /** It sends a notice when a person fails. */
  tellsFailures: boolean
  /** The reviewer at the vendor decides about the newest attempt of a person; null: persons are not reviewed. */
  review: ((action: 'pass' | 'fail') => Promise<void>) | null
  organizations?: OrganizationBench
  contracts?: ContractBench
  batches?: BatchBench
}

export interface OrganizationBench {
  /** Another one at every call, with all that a form may ask. */
  company(): OrganizationFields
  /** Goes where the handoff leads and does there all that is to do. */
  pass(handoff: Handoff): Promise<void>
  /** At a second start the vendor says that it has verified it before. */
  remembers: boolean
}

export interface ContractBench {
  /** One contract, by either id. */
  contractId: string
  bizId: string
  signer: Contact
  /** Somebody the contract does not concern. */
  stranger: Contact
}

export interface BatchBench {
  /** Another organization at every call, all with one administrator. */
  row(changes?: Partial<RegistrationRow>): RegistrationRow
  /** A row for which the vendor refuses the whole call. */
  badRow(): RegistrationRow
  /** Time passes until the vendor is through with what it accepted. */
  through(): Promise<void>
  passTime(ms: number): Promise<void>
  /** The administrator hands in the data of one sub-task, or signs for it. */
  step(subTaskId: string, action: 'submit' | 'authorize'): Promise<void>
  /** The administrator goes where the link leads and passes with everything there. */
  passAll(link: BatchLink): Promise<void>
  /** Addresses that lead to the page of the link: one for each form of it. */
  addressesOf(link: BatchLink): string[]
  /** So many tasks the vendor has made. */
  tasks(): Promise<number>
}

/** A bench that somebody has opened, and closes. */
export type OpenBench = () => Promise<Bench & { close(): Promise<void> }>

export interface NamedBench {
  /** The vendor, and which product or way of it. */
  name: string
  open: OpenBench
}
