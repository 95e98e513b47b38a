/** One-time ways in: a plugin ticket or a link, for one page, with a session once it is open. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../kit/clock'

/** The plugin's pages; a ticket belongs to one of them. Nothing here issues tickets for `signature`. */
export const PLUGIN_PAGES = ['personal-auth', 'enterprise-auth', 'doc', 'signature'] as const
export type PluginPage = (typeof PLUGIN_PAGES)[number]

/** A page of the plugin, or the H5 page behind a link. */
export type Entrance = 'plugin' | 'h5'

export interface Pass {
  page: PluginPage
  entrance: Entrance
  createdAt: number
  openedAt?: number
  session?: string
}

export type OpenProblem = 'unknown' | 'used' | 'expired' | 'wrong-page'

/** Documented for links: 15 minutes once open. For the plugin's pages an inference. */
const SESSION_MS = 15 * 60_000

export function createPasses(options: { clock: Clock; lifetimeMs: number }) {
  const { clock } = options
  const bySecret = new Map<string, Pass>()
  const bySession = new Map<string, Pass>()

  return {
    /** `secret`: the ticket, or the last segment of the link. */
    issue(page: PluginPage, entrance: Entrance): { pass: Pass; secret: string } {
      const pass: Pass = { page, entrance, createdAt: clock.now() }
      const secret = newSecret()
      bySecret.set(secret, pass)
      return { pass, secret }
    },

    /** Uses the ticket or link up. A refused one is not used up. */
    open(page: PluginPage, entrance: Entrance, secret: string): Pass | OpenProblem {
      const pass = bySecret.get(secret)
      if (!pass) return 'unknown'
      if (pass.page !== page || pass.entrance !== entrance) return 'wrong-page'
      if (pass.openedAt !== undefined) return 'used'
      if (clock.now() - pass.createdAt > options.lifetimeMs) return 'expired'
      pass.openedAt = clock.now()
      pass.session = newSecret()
      bySession.set(pass.session, pass)
      return pass
    },

    ofSession: (session: string): Pass | undefined => bySession.get(session),

    isOver: (pass: Pass): boolean => pass.openedAt !== undefined && clock.now() - pass.openedAt > SESSION_MS,

    clear(): void {
      bySecret.clear()
      bySession.clear()
    },
  }
}

export type Passes = ReturnType<typeof createPasses>

export const SESSION_OVER = 'this session is over: it lasts 15 minutes'
export const SESSION_UNKNOWN = 'this session is unknown'

function newSecret(): string {
  return randomBytes(24).toString('base64url')
}
