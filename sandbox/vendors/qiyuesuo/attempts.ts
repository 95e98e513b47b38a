/** What the vendor remembers: attempts with their one-time tickets and links, and which contacts are verified. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Clock } from '../kit/clock'
import type { Outcome, PersonPlan } from '../kit/script'
import type { ContactType, Mode, PersonRequest } from './fields'

/** The plugin page `personal-auth` or the H5 page behind a link. */
export type Entrance = 'plugin' | 'h5'
export type AttemptState = 'waiting' | 'passed' | 'failed' | 'reviewing'

export interface Attempt {
  authId: string
  entrance: Entrance
  request: PersonRequest
  state: AttemptState
  createdAt: number
  openedAt?: number
  /** How it was done; absent until it was done. */
  mode?: Mode
  /** What the script ordered for it. */
  plan?: PersonPlan
  session?: string
}

export const OPEN_PROBLEMS = ['unknown', 'used', 'expired', 'wrong-page'] as const
export type OpenProblem = (typeof OPEN_PROBLEMS)[number]

/** Documented for links: 15 minutes once open. For the plugin page an inference. */
const SESSION_MS = 15 * 60_000
const RECENT = 30

export const STATE_AFTER: Record<Outcome, AttemptState> = {
  pass: 'passed',
  fail: 'failed',
  review: 'reviewing',
}

export function createAttempts(options: { clock: Clock; ticketLifetimeMs: number }) {
  const { clock } = options
  const byAuthId = new Map<string, Attempt>()
  const bySecret = new Map<string, Attempt>()
  const bySession = new Map<string, Attempt>()
  const verified = new Set<string>()

  return {
    /** `secret`: the ticket, or the last segment of the link. */
    create(entrance: Entrance, request: PersonRequest): { attempt: Attempt; secret: string } {
      const attempt: Attempt = {
        authId: newAuthId(),
        entrance,
        request,
        state: 'waiting',
        createdAt: clock.now(),
      }
      const secret = randomBytes(24).toString('base64url')
      byAuthId.set(attempt.authId, attempt)
      bySecret.set(secret, attempt)
      return { attempt, secret }
    },

    /** Uses the ticket or link up. A refused one is not used up. */
    open(entrance: Entrance, secret: string): Attempt | OpenProblem {
      const attempt = bySecret.get(secret)
      if (!attempt) return 'unknown'
      if (attempt.entrance !== entrance) return 'wrong-page'
      if (attempt.openedAt !== undefined) return 'used'
      if (clock.now() - attempt.createdAt > options.ticketLifetimeMs) return 'expired'
      attempt.openedAt = clock.now()
      attempt.session = randomBytes(24).toString('base64url')
      bySession.set(attempt.session, attempt)
      return attempt
    },

    ofSession: (session: string): Attempt | undefined => bySession.get(session),
    sessionIsOver: (attempt: Attempt): boolean =>
      attempt.openedAt !== undefined && clock.now() - attempt.openedAt > SESSION_MS,

    /** A contact once verified stays so, whatever later attempts bring. */
    settle(attempt: Attempt, state: AttemptState, mode: Mode): void {
      attempt.state = state
      attempt.mode = mode
      const { contact, contactType } = attempt.request.user
      if (state === 'passed') verified.add(account(contactType, contact))
    },

    ofAuthId: (authId: string): Attempt | undefined => byAuthId.get(authId),
    isVerified: (type: ContactType, contact: string): boolean => verified.has(account(type, contact)),

    /** The latest attempt of a contact that waits for a reviewer. */
    reviewingOf: (contact: string): Attempt | undefined =>
      [...byAuthId.values()]
        .reverse()
        .find(one => one.request.user.contact === contact && one.state === 'reviewing'),

    /** Newest first. */
    recent: (): Attempt[] => [...byAuthId.values()].slice(-RECENT).reverse(),

    clear(): void {
      for (const store of [byAuthId, bySecret, bySession, verified]) store.clear()
    },
  }
}

export type Attempts = ReturnType<typeof createAttempts>

function account(type: ContactType, contact: string): string {
  return `${type}:${contact}`
}

/** The vendor's ids are numbers of 19 digits, beyond what a JavaScript number holds exactly. */
function newAuthId(): string {
  return String(randomInt(1, 10)) + Array.from({ length: 18 }, () => randomInt(10)).join('')
}
