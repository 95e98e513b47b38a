import type { Claim, Fact, Standing } from './decide'
import { assurances } from './words'

/**
 * What to go by when a vendor has said several things about one attempt. It depends on what was said and on nothing
 * else: notices come late, twice and in any order.
 */

/** The earlier one counts. An end that is claimed is believed as a fact or not at all, so it stands last. */
const claims: readonly Standing[] = [
  'reviewing',
  'verified',
  'started',
  'rejected',
  'expired',
  'revoked',
  'unproven',
  'refused',
  'lost',
  'accepted',
]

/** One of the vendor's ids may have failed where another passed. */
const facts: readonly Standing[] = ['verified', 'revoked', 'rejected', 'expired', 'reviewing', 'started']

export function strongestClaim(all: readonly Claim[]): Claim | null {
  const [first] = [...all].sort(
    (a, b) => claims.indexOf(a.standing) - claims.indexOf(b.standing) || compare(textOf(a), textOf(b)),
  )
  return first ?? null
}

/**
 * What the vendor answered about one id, with what its notices claim of that id. A notice alone never verifies; it may
 * end an attempt only where the vendor knows the id and, asked about it, has nothing better to say. An answer about the
 * account says nothing of how an attempt ended.
 */
export function believed(fact: Fact, claimsOfId: readonly Claim[]): Fact {
  if (fact.standing !== 'unproven' || fact.unknown || fact.assurance !== null) return fact
  const [refusal] = claimsOfId
    .filter(({ standing }) => standing === 'rejected')
    .sort((a, b) => compare(textOf(a), textOf(b)))
  if (!refusal) return fact
  return { ...fact, standing: 'rejected', ...(refusal.reason && { reason: refusal.reason }) }
}

export function strongestFact(all: readonly Fact[]): Fact | null {
  const [first] = [...all].sort(
    (a, b) => rank(a) - rank(b) || compare(lackOf(a) + textOf(a), lackOf(b) + textOf(b)),
  )
  return first ?? null
}

/** That something is missing is worth saying. */
const lackOf = ({ missing }: Fact): string => (missing ? `0${missing} ` : '1')

const rank = ({ standing, assurance }: Fact): number => {
  const at = facts.indexOf(standing)
  const worth = assurance === null ? assurances.length : assurances.indexOf(assurance)
  return (at < 0 ? facts.length : at) * (assurances.length + 1) + worth
}

/** A reason is worth more than none; beyond that any fixed order will do. */
const textOf = ({ reason, rawStatus }: Claim): string => `${reason ? `0${reason}` : '1'} ${rawStatus ?? ''}`
const compare = (a: string, b: string): number => (a < b ? -1 : 1)
