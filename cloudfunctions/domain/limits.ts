/** How often who may do what. docs/security.md shows this table. */
interface Limit {
  /** Whom it counts: an openid, a key of the server API, an address of the network or of a notice. */
  per: 'person' | 'operator' | 'key' | 'address'
  /** Within one window; the setting LIMITS changes it. */
  most: number
  /** ms; windows begin by the clock. */
  window: number
  /**
   * `instance`: in the memory of one instance, at no cost; several instances allow as many times as much.
   * `everywhere`: in the database, over all instances, at one call.
   */
  kept: 'instance' | 'everywhere'
  /** For what may be guessed: how much a wrong try counts; each right one counts 1. */
  wrong?: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const limits = {
  /** Reading what is stored. */
  looks: { per: 'person', most: 600, window: minute, kept: 'instance' },
  /** Writing what costs no more than the writing. */
  changes: { per: 'person', most: 300, window: minute, kept: 'instance' },
  /** Each asks a vendor. Beyond it the answer is what is stored: nobody is kept from the end of a verification. */
  refreshes: { per: 'person', most: 60, window: minute, kept: 'instance' },
  /** What a vendor is asked besides: outlines, single links, old invitations. */
  questions: { per: 'person', most: 60, window: minute, kept: 'instance' },
  /** Calls that may begin something; what really begins counts as `attempts`. */
  starts: { per: 'person', most: 60, window: minute, kept: 'instance' },
  /** Verifications and contracts that are begun: each costs a call to a vendor, and often money. */
  attempts: { per: 'person', most: 30, window: hour, kept: 'everywhere' },
  /** Fresh ways into a verification that is open. */
  renewals: { per: 'person', most: 60, window: hour, kept: 'everywhere' },
  consents: { per: 'person', most: 120, window: hour, kept: 'everywhere' },
  /** Each costs a code of WeChat. */
  handovers: { per: 'person', most: 60, window: hour, kept: 'everywhere' },
  /** Each costs a number of WeChat. */
  phones: { per: 'person', most: 30, window: hour, kept: 'everywhere' },
  /** Typing the set-up code or the code of an operator. */
  codes: { per: 'person', most: 10, window: day, kept: 'everywhere', wrong: 1 },
  /** Opening an invitation or the code on a computer. */
  tokens: { per: 'person', most: 240, window: hour, kept: 'everywhere', wrong: 12 },
  exports: { per: 'operator', most: 60, window: hour, kept: 'everywhere' },
  /** Spreadsheets that are read. */
  imports: { per: 'operator', most: 60, window: hour, kept: 'everywhere' },
  invitations: { per: 'operator', most: 600, window: hour, kept: 'everywhere' },
  /** Codes and links of invitations that WeChat makes. */
  invitationCodes: { per: 'operator', most: 300, window: hour, kept: 'everywhere' },
  /** Rows that are sent to a vendor, or taken back. */
  submissions: { per: 'operator', most: 120, window: hour, kept: 'everywhere' },
  /** New operators, keys and receivers. */
  appointments: { per: 'operator', most: 60, window: hour, kept: 'everywhere' },
  /** Events that are sent because somebody pressed a button. */
  deliveries: { per: 'operator', most: 120, window: hour, kept: 'everywhere' },
  apiCalls: { per: 'key', most: 600, window: minute, kept: 'everywhere' },
  /** Calls of the server API with a wrong key. */
  wrongKeys: { per: 'address', most: 30, window: minute, kept: 'everywhere' },
  /** Whether our address for notices works. */
  probes: { per: 'address', most: 60, window: minute, kept: 'instance' },
  /** Notices about one attempt. */
  notices: { per: 'address', most: 60, window: minute, kept: 'instance' },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits
/** What may be guessed. */
export type Guessed = {
  [N in LimitName]: (typeof limits)[N] extends { wrong: number } ? N : never
}[LimitName]
export type LimitFigures = Readonly<Record<LimitName, number>>

export const limitOf = (name: LimitName): Limit => limits[name]
export const isGuessed = (name: LimitName): name is Guessed => limitOf(name).wrong !== undefined

export const limitNames = Object.keys(limits) as LimitName[]

/** As they are when nothing is set. */
export const defaultLimits: LimitFigures = Object.fromEntries(
  limitNames.map(name => [name, limits[name].most]),
) as Record<LimitName, number>

/** Wrong tries that a slip of the finger explains. */
const forgiven = 2
const longestPause = minute

/** ms nothing may be tried after so many wrong tries in a row of one window: 1, 2, 4 … s from the third on. */
export function pauseAfter(wrongTries: number): number {
  return wrongTries <= forgiven ? 0 : Math.min(longestPause, 1000 * 2 ** (wrongTries - forgiven - 1))
}
