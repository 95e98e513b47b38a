/** What the server of the console and its page say to each other. */

export interface VendorLink {
  id: string
  name: string
  /** The simulator's own page; its log and script live under `<url>/__sandbox/`. */
  url: string
  /** What can be ordered of it beside what all take. */
  orders: VendorOrders
  switches?: readonly VendorSwitch[]
}

/** A setting of the functions; the first choice holds where nothing is set. */
export interface VendorSwitch {
  variable: string
  choices: readonly [string, ...string[]]
}

export interface VendorOrders {
  errors: readonly { code: number | string; message: string }[]
  paths: readonly string[]
}

/** An order that waits in a simulator, as the simulator words it. */
export type QueuedOrder = Record<string, unknown>

export interface VendorState extends VendorLink {
  running: boolean
  queue: QueuedOrder[]
  /** What each switch stands at. */
  chosen: Record<string, string>
}

/** A cloud function, a vendor's id, or `phone`, `functions` (one of them), `http`, `timer`, `platform` (the cloud's own services). */
export type Party = string

export interface TrafficRow {
  /** Unique over all sources and stable over polls. */
  key: string
  /** When it began, Unix ms. */
  at: number
  ms: number
  from: Party
  to: Party
  /** `POST /v2/personalauth/result`, or the action of a function. */
  what: string
  /** HTTP status; `ok`; the code of a failure; `null` when there was no answer. */
  status: number | string | null
  failed: boolean
  /** The vendor's own code inside a well-formed answer. */
  code?: string
  /** As logged, already masked. */
  detail: Record<string, unknown>
}

export interface TrafficAnswer {
  /** By time of their beginning. */
  rows: TrafficRow[]
  /** Hand it back as `since`. */
  cursor: string
}

/** A subscription message that a function sent. */
export interface SentMessage {
  /** Of its template. */
  title: string
  page: string
  /** By the places of the template. */
  data: Record<string, string>
  /** Unix ms. */
  at: number
}

/** A mini-program code or a link that a function gave out. */
export interface GivenCode {
  api: 'wxacode.getUnlimited' | 'urllink.generate' | 'urlscheme.generate'
  /** Empty: the home page. */
  page: string
  scene?: string
  query?: string
  /** What is inside the code, or the link itself. */
  url: string
  /** Unix ms. */
  at: number
}

export const PROBLEMS = [
  'foreignOrigin',
  'notFound',
  'badRequest',
  'vendorUnknown',
  'vendorDown',
  'cloudDown',
  'cannotClear',
  'switchUnknown',
  'codeEnded',
  'broken',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

export interface Problem {
  code: ProblemCode
  /** For developers. The page shows its own words where it has any. */
  error: string
}
