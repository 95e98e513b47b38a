import type { Claim, Fact, Standing } from './decide'

/**
 * What to go by when a vendor has said several things about one attempt. It depends on what was said and on nothing
 * else: notices come late, twice and in any order.
 */

/** The earlier one counts. An end that is claimed is looked into before anything that says to wait. */
const claims: readonly Standing[] = [
  'rejected',
  'expired',
  'revoked',
  'reviewing',
  'verified',
  'started',
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

export function strongestFact(all: readonly Fact[]): Fact | null {
  const [first] = [...all].sort((a, b) => rank(a) - rank(b) || compare(textOf(a), textOf(b)))
  return first ?? null
}

const rank = ({ standing, assurance }: Fact): number => {
  const at = facts.indexOf(standing)
  return (at < 0 ? facts.length : at) * 2 + (assurance === 'attempt' ? 0 : 1)
}

/** A reason is worth more than none; beyond that any fixed order will do. */
const textOf = ({ reason, rawStatus }: Claim): string => `${reason ? `0${reason}` : '1'} ${rawStatus ?? ''}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
