import type { Batch, BatchRow } from '../../domain/batch/row'
import type { Invitation } from '../../domain/invitation/invitation'
import type { OrganizationFields, Verification } from '../../domain/verification'
import type { Texts, VendorId } from '../../domain/words'
import type { Clock } from '../../platform/clock'
import type { Codes } from '../../platform/codes'
import type { Config } from '../../platform/config'
import type { Vault } from '../../platform/crypto'
import type { Files } from '../../platform/files'
import type { Log } from '../../platform/log'
import type { SendMessage } from '../../platform/messages'
import type { Meter } from '../../platform/meter'
import type { Outbound } from '../../platform/outbound'
import type { Probe } from '../../platform/probe'
import type { QrImage } from '../../platform/qr'
import type { SettingsPrint } from '../../platform/settingsPrint'
import type { Store } from '../../platform/store'
import type { Drivers } from '../../vendors/registry'
import type { Tally } from './tally'

/** What the rest of the house does about a verification, an invitation or a batch, which know none of it. Harmless to repeat. */
export interface Follows {
  /** Whether a way in to verify this organization may be with somebody who did not start a verification of it. */
  isBegunElsewhere: (
    deps: Deps,
    organization: Pick<OrganizationFields, 'name' | 'registerNumber'>,
  ) => Promise<boolean>
  /** Something has become of each; what, stands in its outbox. */
  changed: (deps: Deps, verifications: readonly Verification[]) => Promise<void>
  /** The same of invitations. */
  invitationsChanged: (deps: Deps, invitations: readonly Invitation[]) => Promise<void>
  /** The same of a batch. */
  batchChanged: (deps: Deps, batch: Batch) => Promise<void>
  /** Rows of a batch stand otherwise than before. */
  rowsChanged: (
    deps: Deps,
    rows: readonly Pick<BatchRow, '_id' | 'batchId' | 'number' | 'state' | 'history'>[],
  ) => Promise<void>
  /** A phone has begun it for a computer that shows the code with this token. */
  begun: (deps: Deps, openid: string, token: string, begun: Begun) => Promise<void>
}

/** What a phone has begun. */
export interface Begun extends Pick<Verification, '_id' | 'subject'> {
  /** The token of the invitation it answers; null: of its own accord. */
  invitation: string | null
}

/** What this instance of a function is, and what it has done. */
export interface Instance {
  release: string
  settings: SettingsPrint
  meter: Meter
  /** Whether this run has left something for a run of the timer. */
  nextRun: { wanted: boolean }
  /** Whether this run has left messages for people, and when this instance last looked for what others have left, ms. */
  messages: { left: boolean; lookedAt: number }
  /** Where the APIs of the vendors are that are on. */
  bases: ReadonlyMap<VendorId, string>
}

/** Everything a use case may touch. */
export interface Deps {
  config: Config
  store: Store
  drivers: Drivers
  /** What every vendor is called, also those that are off. */
  vendorNames: Readonly<Record<string, Texts>>
  vault: Vault
  /** Uploaded files. */
  files: Files
  /** The phone number behind a code of WeChat; null when the code is used, stale, forged or another person's. */
  phoneNumber: (code: string, openid: string) => Promise<string | null>
  qrImage: QrImage
  /** To addresses of business systems. */
  outbound: Outbound
  /** WeChat's own codes and links of our pages. */
  codes: Codes
  /** Of WeChat, to those who agreed. */
  sendMessage: SendMessage
  /** What this instance has counted. */
  tally: Tally
  instance: Instance
  /** To addresses of our own settings. */
  probe: Probe
  clock: Clock
  /**
   * Whether this run may still ask others (vendors, receivers, WeChat), and would have so many ms left for those that
   * come after. What it may not, the next run does.
   */
  hasTime: (reserveMs?: number) => boolean
  log: Log
  /** Random hex digits from that many bytes. */
  random: (bytes: number) => string
  follows: Follows
}
