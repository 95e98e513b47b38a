import * as v from 'valibot'
import type { IdType, PageOrders, PersonMode, Subject, Texts, VendorId } from '../domain/words'
import type { MessageView } from './message'

export const configInput = v.optional(v.strictObject({}), {})

export interface VendorView {
  id: VendorId
  /** Where one is verified, in half a sentence. */
  note: Texts
  subjects: Subject[]
  personModes: PersonMode[]
  idTypes: IdType[]
  /** What the vendor offers besides: a business licence with the start, links for a browser, contracts to sign. */
  licence: { maxBytes: number; types: ('jpg' | 'png' | 'pdf')[] } | null
  links: boolean
  contracts: boolean
  /** Organizations by the hundred, for operators. */
  batch: boolean
  /** It can be asked for the picture of a flow (`verification.outline`). */
  outline: boolean
  /** Operators may look up its invitations of earlier years (`legacyInvitations.search`). */
  legacyInvitations: boolean
  /** What operators may order of its page for those they invite; absent: nothing. */
  page?: PageOrders
  /** Fields its forms cannot do without, beside the contact. */
  requires: { person: ('name' | 'idNumber')[]; organization: ('registerNumber' | 'legalPerson')[] }
}

export interface JumpsView {
  appIds: string[]
  /** `plugin://alias/page` */
  plugins: string[]
  /** A host with all that is below it; with a port: exactly that one. */
  hosts: string[]
  /** appIds and hosts an invitation may lead to afterwards. */
  redirects: string[]
}

/** Which vendors and modes are on, and what the consent text needs. Never a secret, a key or where we call. */
export interface ConfigResult {
  /** In the order in which they are offered. */
  vendors: VendorView[]
  /** What vendors are called, also those that are off now: there may be verifications of theirs. */
  vendorNames: Readonly<Record<string, Texts>>
  policy: {
    version: string
    /** Who asks for the verification: the customer that runs this mini-program. */
    controller: string
    /** Days after which what was typed is irreversibly removed. */
    retentionDays: number
  }
  /** Where a page may send somebody: everything else is not jumped to, whoever names it. */
  jumps: JumpsView
  support: { phone: string } | null
  /** Seconds a page waits between two `verification.refresh` while it is shown. */
  pollSeconds: number
  /** What people may be told in WeChat; absent: nothing. */
  messages?: MessageView[]
}
