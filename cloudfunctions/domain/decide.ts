import type { ProblemCode } from './errors'
import { type Cause, isOpen, type State, transition } from './lifecycle'
import { type Assurance, assurances, type FailureReason, type Hint, type Missing } from './words'

/**
 * Where a verification stands according to the vendor.
 * `accepted`, `refused`, `lost`: what became of our request to begin · `unproven`: asked, and nothing is proven yet.
 */
export type Standing =
  | 'accepted'
  | 'refused'
  | 'lost'
  | 'unproven'
  | 'started'
  | 'reviewing'
  | 'verified'
  | 'rejected'
  | 'expired'
  | 'revoked'

/** Something the vendor itself answered us. Only a fact can verify. */
export interface Fact {
  standing: Standing
  /** What failed, where the vendor says so. */
  reason?: FailureReason
  assurance: Assurance | null
  rawStatus: string | null
  /** It may be the doing of somebody who did not come through us. */
  elsewhere?: true
  /** Not verified, but somebody is about to. */
  touched?: true
  /** The vendor does not know the id it was asked about. */
  unknown?: true
  /** The account is verified, which does not suffice: see domain/proof.ts. */
  missing?: Missing
}

/** What an authentic notice about the current attempt says. Believed only as far as a fact does not contradict it. */
export interface Claim {
  standing: Standing
  reason?: FailureReason
  rawStatus: string | null
}

export interface Evidence {
  /** null: the vendor could not be asked, or there was no need to. */
  fact: Fact | null
  claim: Claim | null
  hint: Hint | null
  /** The owner asked to cancel. */
  cancel?: boolean
  problem: ProblemCode | null
  now: number
}

export interface Decision {
  reason: FailureReason | null
  state: State
  /** null: the state stays. */
  cause: Cause | null
  reviewing: boolean
  assurance: Assurance | null
  missing: Missing | null
  rawStatus: string | null
  problem: ProblemCode | null
}

interface Current {
  state: State
  reason: FailureReason | null
  reviewing: boolean
  assurance: Assurance | null
  missing?: Missing | null
  rawStatus: string | null
  problem: ProblemCode | null
  expiresAt: number
}

/** The reducer of a verification: evidence in, at most one row of the transition table out. */
export function decide(current: Current, evidence: Evidence): Decision {
  const { fact, claim } = evidence
  const reviewing = isReviewing(current, evidence)
  const kept: Decision = {
    state: current.state,
    reason: reasonAfter(current, evidence),
    cause: null,
    reviewing,
    assurance: strengthened(current, fact),
    missing: missingAfter(current, fact),
    rawStatus: fact?.rawStatus ?? claim?.rawStatus ?? current.rawStatus,
    problem: problemAfter(current, evidence),
  }
  for (const cause of causesOf(current, { ...evidence, reviewing })) {
    const assurance = cause === 'vendorVerified' ? (fact?.assurance ?? null) : null
    const state = transition(current.state, cause, assurance)
    if (state === null) continue
    return {
      ...kept,
      state,
      cause,
      assurance,
      reviewing: reviewing && isOpen(state),
      problem: state === 'verified' ? null : kept.problem,
      reason: state === 'rejected' ? (fact?.reason ?? null) : null,
    }
  }
  return kept
}

/** Candidate causes, the strongest first: what the vendor proved, what it claims, what the user did, what the clock says. */
function causesOf(current: Current, evidence: Evidence & { reviewing: boolean }): Cause[] {
  const { fact, claim, hint, cancel, now } = evidence
  const causes: Cause[] = []
  if (fact) causes.push(...causesOfFact[fact.standing])
  if (cancel) causes.push('userCanceled')
  if (fact && !evidence.reviewing && now >= current.expiresAt) causes.push('timeUp')
  if (now >= current.expiresAt + graceAfterExpiry) causes.push('timeUp')
  if (fact?.standing === 'unproven' && claim !== null) causes.push('vendorStarted')
  if (hint) causes.push('userWent')
  if (fact?.standing === 'unproven') causes.push('answerFound')
  return causes
}

/** Why it failed may be told after that it failed, and in several notices. */
function reasonAfter({ state, reason }: Current, { fact }: Evidence): FailureReason | null {
  const isTold = state === 'rejected' && fact?.standing === 'rejected'
  return isTold ? (fact.reason ?? reason) : reason
}

/** A vendor that cannot be asked does not keep a verification open for ever. */
const graceAfterExpiry = 24 * 3600_000

const causesOfFact: Record<Standing, Cause[]> = {
  accepted: ['vendorAccepted'],
  refused: ['vendorRefused'],
  lost: ['answerLost'],
  unproven: [],
  started: ['vendorStarted'],
  reviewing: ['vendorStarted'],
  verified: ['vendorVerified'],
  rejected: ['vendorRejected'],
  expired: ['timeUp'],
  revoked: ['vendorRevoked'],
}

/** Verified, and now by something that weighs more: the stronger proof is kept. */
function strengthened({ state, assurance }: Current, fact: Fact | null): Assurance | null {
  if (state !== 'verified' || fact?.standing !== 'verified') return assurance
  return assurances.find(each => each === fact.assurance || each === assurance) ?? null
}

/** An answer says whether something is missing; that our request was not heard says nothing. */
function missingAfter({ state, missing = null }: Current, fact: Fact | null): Missing | null {
  if (state === 'verified') return null
  if (fact === null || fact.standing === 'lost') return missing
  return fact.missing ?? null
}

/** A real answer of the vendor clears what stood in the way; without one it stays. */
function problemAfter(current: Current, { fact, problem }: Evidence): ProblemCode | null {
  // With what it ended is on record and is counted; a late question mends nothing.
  if (!isOpen(current.state)) return current.problem
  const answered = fact !== null && fact.standing !== 'lost' && fact.standing !== 'refused'
  // That a question was answered does not mend what stopped the start.
  if (fact?.standing === 'unproven' && current.problem === 'VENDOR_MISCONFIGURED') return current.problem
  return answered ? problem : (problem ?? current.problem)
}

function isReviewing(current: Current, { fact, claim }: Evidence): boolean {
  if (!isOpen(current.state)) return false
  if (fact?.standing === 'reviewing') return true
  if (claim !== null && fact !== null) return claim.standing === 'reviewing' && fact.standing === 'unproven'
  return current.reviewing && fact?.standing !== 'accepted'
}
