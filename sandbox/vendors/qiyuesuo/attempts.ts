/** What the vendor remembers of persons: their attempts, and which contacts are verified. */
import type { PersonPlan } from '../kit/script'
import type { ContactType, Mode, PersonRequest } from './fields'
import { newId } from './ids'
import type { Entrance, OpenProblem, Pass, Passes } from './passes'

export type AttemptState = 'waiting' | 'passed' | 'failed' | 'reviewing'

export const PERSON_OUTCOMES = ['pass', 'fail', 'review'] as const
export type PersonOutcome = (typeof PERSON_OUTCOMES)[number]

export interface Attempt {
  authId: string
  pass: Pass
  request: PersonRequest
  state: AttemptState
  /** How it was done; absent until it was done. */
  mode?: Mode
  /** What the script ordered for it. */
  plan?: PersonPlan<PersonOutcome>
}

const RECENT = 30

export const STATE_AFTER: Record<PersonOutcome, AttemptState> = {
  pass: 'passed',
  fail: 'failed',
  review: 'reviewing',
}

export function createAttempts(passes: Passes) {
  const byAuthId = new Map<string, Attempt>()
  const byPass = new Map<Pass, Attempt>()
  const verified = new Set<string>()

  return {
    create(entrance: Entrance, request: PersonRequest): { attempt: Attempt; secret: string } {
      const { pass, secret } = passes.issue('personal-auth', entrance)
      const attempt: Attempt = { authId: newId(), pass, request, state: 'waiting' }
      byAuthId.set(attempt.authId, attempt)
      byPass.set(pass, attempt)
      return { attempt, secret }
    },

    open(entrance: Entrance, secret: string): Attempt | OpenProblem {
      const pass = passes.open('personal-auth', entrance, secret)
      return typeof pass === 'string' ? pass : (byPass.get(pass) ?? 'unknown')
    },

    ofSession(session: string): Attempt | undefined {
      const pass = passes.ofSession(session)
      return pass && byPass.get(pass)
    },
    sessionIsOver: (attempt: Attempt): boolean => passes.isOver(attempt.pass),

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
      for (const store of [byAuthId, byPass, verified]) store.clear()
    },
  }
}

export type Attempts = ReturnType<typeof createAttempts>

function account(type: ContactType, contact: string): string {
  return `${type}:${contact}`
}
