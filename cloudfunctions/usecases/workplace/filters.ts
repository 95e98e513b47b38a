import type { CaseTag } from '../../domain/caseNote'
import type { ExportFilters } from '../../domain/exportJob'
import type { State } from '../../domain/lifecycle'
import type { Verification } from '../../domain/verification'
import type { Subject, VendorId } from '../../domain/words'
import type { Condition } from '../../platform/store'
import type { Deps } from '../kit/deps'
import { madeWithin } from '../kit/madeWithin'
import { soughtKeys } from '../kit/searchKeys'

/** Which verifications an operator wants to see; what is absent does not matter. */
export interface CaseFilters {
  /** A whole name, mobile, credit code or bizId; of an organization's name a part of two signs is enough. */
  text?: string | undefined
  state?: State | undefined
  vendor?: VendorId | undefined
  subject?: Subject | undefined
  tag?: CaseTag | undefined
  /** Made from then on, and before then; ms since the epoch. */
  from?: number | undefined
  until?: number | undefined
}

/** The same, as it may be kept: what was typed as digests. */
export function keptFilters(deps: Pick<Deps, 'vault'>, { text = '', ...rest }: CaseFilters): ExportFilters {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), sought: text.trim() === '' ? [] : soughtKeys(deps, text) }
}

export const conditionsOf = (deps: Pick<Deps, 'vault'>, filters: CaseFilters): Condition<Verification>[] =>
  keptConditions(keptFilters(deps, filters))

export function keptConditions({
  sought,
  state,
  vendor,
  subject,
  tag,
  from,
  until,
}: ExportFilters): Condition<Verification>[] {
  const where = sought.map(foundBy)
  if (state !== undefined) where.push(['state', 'eq', state])
  if (vendor !== undefined) where.push(['vendor', 'eq', vendor])
  if (subject !== undefined) where.push(['subject', 'eq', subject])
  if (tag !== undefined) where.push(['tag', 'eq', tag])
  where.push(...madeWithin<Verification>(from, until))
  return where
}

function foundBy(keys: string[]): Condition<Verification> {
  return ['searchKeys', 'in', keys]
}
