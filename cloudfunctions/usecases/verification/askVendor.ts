import type { Claim, Fact } from '../../domain/decide'
import { ActionError, type ProblemCode } from '../../domain/errors'
import type { NoticeRow } from '../../domain/notice'
import { believed } from '../../domain/strongest'
import type { SubjectFields, Verification } from '../../domain/verification'
import { canonicalJson } from '../../platform/json'
import { isOutOfTime } from '../../vendors/call'
import type { Driver, Question } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { problemOf } from '../kit/problem'

type Refs = Record<string, string>

/** What the vendor answered about each id it was asked by; no ids: about the account. */
export interface Answer {
  facts: { refs: Refs; fact: Fact }[]
  problem: ProblemCode | null
}

/** Ids that notices have named of which at most is asked; more than one is rare. */
const mostIds = 4

/**
 * By which of the vendor's ids to ask: those of the newest attempt, then whatever notices have named, in an order that
 * does not depend on which came first. Where the start told no id, the account is asked about too, whether or not a
 * notice has named one yet: what the account says must not depend on which notice is the first.
 */
function candidates({ refs, attempt }: Verification, driver: Driver, notices: readonly NoticeRow[]): Refs[] {
  const named = [...notices]
    .sort((a, b) => Number(b.attempt === attempt) - Number(a.attempt === attempt) || compare(a, b))
    .map(each => canonicalJson(each.refs))
  const own = canonicalJson(refs)
  const rest = [...new Set(named)].filter(each => each !== own && each !== '{}').slice(0, mostIds)
  const others = rest.map(each => JSON.parse(each) as Refs)
  if (own !== '{}') return [refs, ...others]
  return others.length === 0 || driver.capabilities.queryBy.includes('account') ? [...others, {}] : others
}

const compare = (a: NoticeRow, b: NoticeRow): number =>
  canonicalJson(a.refs) < canonicalJson(b.refs) ? -1 : 1

/** Asks about every id. One question that fails leaves all unanswered. Throws VENDOR_UNAVAILABLE where this run has no time left. */
export async function askVendor(
  { log }: Deps,
  verification: Verification,
  driver: Driver,
  fields: SubjectFields,
  notices: readonly NoticeRow[],
): Promise<Answer> {
  const facts: Answer['facts'] = []
  for (const refs of candidates(verification, driver, notices)) {
    const outcome = await driver.query({ ...questionOf(fields, refs), reference: verification._id })
    // Nobody was asked: nothing is to be written about it, and whoever had no time comes again.
    if (isOutOfTime(outcome))
      throw new ActionError('VENDOR_UNAVAILABLE', undefined, 'no time left in this run')
    if (outcome.kind !== 'ok') {
      const { kind, code, detail } = outcome
      log.warn('vendor.query', { vendor: driver.id, verification: verification._id, kind, code, detail })
      return { facts: [], problem: problemOf(outcome) }
    }
    const fact = outcome.value
    // Nothing is stronger than this.
    if (fact.standing === 'verified' && fact.assurance === 'attempt')
      return { facts: [{ refs, fact }], problem: null }
    facts.push({ refs, fact })
  }
  return { facts, problem: null }
}

/** What those answers say of the newest attempt, together with what its notices claim. */
export function factsOf(
  { facts }: Answer,
  { refs: own, attempt }: Verification,
  notices: readonly NoticeRow[],
): Fact[] {
  const now = notices.filter(each => each.attempt === attempt)
  return facts.flatMap(({ refs, fact }) => {
    const isOwn = isSame(refs, own)
    const about = now.filter(each => isSame(each.refs, refs) || (isOwn && isEmpty(each.refs)))
    // How an earlier attempt stands says nothing of this one, unless it has passed.
    if (!isOwn && !isEmpty(refs) && about.length === 0 && fact.standing !== 'verified') return []
    return [isEmpty(refs) ? fact : believed(fact, claimsOf(about))]
  })
}

/** What notices claim of the attempt they are about. */
export function claimsOf(notices: readonly NoticeRow[]): Claim[] {
  return notices.flatMap(({ standing, reason, rawStatus }) =>
    standing === null ? [] : [{ standing, rawStatus, ...(reason && { reason }) }],
  )
}

const isEmpty = (refs: Refs): boolean => Object.keys(refs).length === 0
const isSame = (a: Refs, b: Refs): boolean => canonicalJson(a) === canonicalJson(b)

export function questionOf(fields: SubjectFields, refs: Refs): Question {
  return fields.subject === 'person'
    ? { subject: 'person', ...picked(fields.person, ['contact', 'name', 'idNumber']), refs }
    : { subject: 'organization', ...picked(fields.organization, ['name', 'registerNumber']), refs }
}

function picked<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter(key => from[key] !== undefined).map(key => [key, from[key]])) as Pick<
    T,
    K
  >
}
