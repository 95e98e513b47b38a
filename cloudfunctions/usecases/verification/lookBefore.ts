import type { Fact } from '../../domain/decide'
import type { Before, SubjectFields, Verification } from '../../domain/verification'
import type { Driver } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { accountsOf, recordAnswer, recordUse } from './accountUses'
import { questionOf } from './askVendor'

const nothing = { fact: null, before: null }

/**
 * What the vendor says of the account before an attempt begins, where that is worth a question. That this person may
 * soon hold a way in is on record before the question is asked. An answer that is lost is none: the start goes on.
 */
export async function lookBefore(
  deps: Deps,
  { _id, owner, subject }: Verification,
  driver: Driver,
  fields: SubjectFields,
): Promise<{ fact: Fact | null; before: Before | null }> {
  if (!driver.capabilities.observes.includes(subject)) return nothing
  const accounts = accountsOf(deps, driver, fields)
  await recordUse(deps, owner, accounts)
  if (deps.config.proof === 'attempt') return nothing
  const at = deps.clock()
  const outcome = await driver.query({ ...questionOf(fields, {}), reference: _id })
  if (outcome.kind !== 'ok') {
    const { kind, code, detail } = outcome
    deps.log.warn('vendor.before', { vendor: driver.id, verification: _id, kind, code, detail })
    return nothing
  }
  const untouched = await recordAnswer(deps, owner, accounts, outcome.value)
  return { fact: outcome.value, before: { at, untouched } }
}
