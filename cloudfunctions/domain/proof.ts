import type { Fact } from './decide'
import type { Before } from './verification'
import type { Assurance, Proof } from './words'

/** What is known about a verification besides the vendor's answer. */
export interface Circumstances {
  /** What the operator asks for at least. */
  proof: Proof
  before: Before | null
  /** Somebody else holds a way in to the same account, or may: what happens to it may be his doing. */
  contested: boolean
  /** The account is shown to be this person's. */
  owned: boolean
  /** It would be, if WeChat confirmed the number that was submitted. */
  ownable: boolean
}

/** What suffices under each setting. */
const accepted: Readonly<Record<Proof, readonly Assurance[]>> = {
  attempt: ['attempt'],
  observed: ['attempt', 'observed', 'owned'],
  account: ['attempt', 'observed', 'owned', 'account'],
}

/**
 * A "verified" of the vendor, with what it is worth; `unproven` where that is too little, and then what is missing.
 * docs/security.md, 「认证成功」证明了什么.
 */
export function sufficient(fact: Fact, circumstances: Circumstances): Fact {
  if (fact.standing !== 'verified') return fact
  const assurance = worth(fact, circumstances)
  if (accepted[circumstances.proof].includes(assurance)) return { ...fact, assurance }
  const helps = circumstances.ownable && accepted[circumstances.proof].includes('owned')
  return { ...fact, standing: 'unproven', assurance: null, missing: helps ? 'number' : 'attempt' }
}

/** Whether the answer to "may it be somebody else's doing?" makes a difference. */
export function isObservable(fact: Fact, before: Before | null): boolean {
  return (
    fact.standing === 'verified' &&
    fact.assurance === 'account' &&
    !fact.elsewhere &&
    before?.untouched === true
  )
}

function worth(fact: Fact, { before, contested, owned }: Circumstances): Assurance {
  if (fact.assurance === 'attempt') return 'attempt'
  if (isObservable(fact, before) && !contested) return 'observed'
  return owned ? 'owned' : 'account'
}
