import type { Fact } from '../../domain/decide'
import { isObservable, sufficient } from '../../domain/proof'
import type { SubjectFields, Verification } from '../../domain/verification'
import type { Driver } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { accountsOf, isContested, isProven } from './accountUses'

/** What the vendor's answer is worth, all in all. An answer about the very attempt needs nothing beside it. */
export async function judge(
  deps: Deps,
  verification: Verification,
  driver: Driver,
  fields: SubjectFields,
  fact: Fact,
): Promise<Fact> {
  const { owner, before = null, owned = false } = verification
  if (fact.standing !== 'verified' || fact.assurance === 'attempt') return fact
  const accounts = accountsOf(deps, driver, fields)
  return sufficient(fact, {
    proof: deps.config.proof,
    before,
    contested: isObservable(fact, before) && (await isContested(deps, driver, owner, accounts, fields)),
    owned: owned || (await isProven(deps, owner, accounts)),
    ownable: ownNumber(driver, fields) !== null,
  })
}

/**
 * The number that WeChat's word makes somebody's own, and the account with it: only where the vendor finds the account
 * by that number. Where it goes by the identity card, anybody may give a stranger's card with a number of his own; and
 * whose the number of an applicant is says nothing about who may act for the company.
 */
export function ownNumber({ capabilities: { accountBy } }: Driver, fields: SubjectFields): string | null {
  if (fields.subject !== 'person' || !accountBy.person.includes('contact')) return null
  const { contact, account } = fields.person
  return contact.type === 'mobile' && account === undefined ? contact.value : null
}
