import { type Claim, type Decision, decide, type Fact } from '../../domain/decide'
import type { ProblemCode } from '../../domain/errors'
import { isOpen } from '../../domain/lifecycle'
import type { NoticeRow } from '../../domain/notice'
import { lifetimes, nextDue } from '../../domain/schedule'
import { strongestClaim, strongestFact } from '../../domain/strongest'
import type { SubjectFields, Verification } from '../../domain/verification'
import type { Hint } from '../../domain/words'
import { canonicalJson } from '../../platform/json'
import type { Question } from '../../vendors/driver'
import type { Deps } from '../kit/deps'
import { problemOf } from '../kit/problem'
import { retention } from '../kit/retention'
import { type Changes, commit } from './commit'
import { fieldsOf } from './sealedFields'

/** Why we look now, and what is already known. */
export interface Occasion {
  /** Appears in the audit row: `start`, `renew`, `return`, `notice`, `sweep`, `cancel`. */
  event: string
  /** What the vendor has just answered, or `ask` to go and ask it; null when there is nothing to ask. */
  fact: Fact | 'ask' | null
  hint?: Hint
  cancel?: boolean
  problem?: ProblemCode
  /** The vendor's own ids of the attempt that has just begun. */
  refs?: Record<string, string>
  /** The vendor had verified this subject before. */
  already?: boolean
}

/**
 * The only way to a new state: gather what the vendor says, let `decide` reduce it, write with compare-and-set.
 * When another writer was first, what is already known is judged again on the newer document.
 * Throws NOT_FOUND, BUSY.
 */
export async function reconcile(deps: Deps, id: string, occasion: Occasion): Promise<Verification> {
  let asked: Answer | null = null
  const { document } = await commit(deps, id, async verification => {
    const notices = await noticesOf(deps, id)
    if (occasion.fact === 'ask') asked ??= await ask(deps, verification, candidates(verification, notices))
    const known = asked ?? {
      fact: occasion.fact === 'ask' ? null : occasion.fact,
      problem: occasion.problem ?? null,
    }
    const decision = decide(verification, {
      ...known,
      claim: claimOf(notices, verification.attempt),
      hint: occasion.hint ?? null,
      cancel: occasion.cancel ?? false,
      now: deps.clock(),
    })
    const changes = changesOf(deps, verification, decision, occasion)
    const cause = decision.cause ?? lesserCause(verification, decision)
    const audit = cause && { event: occasion.event, cause }
    return { changes, audit }
  })
  return document
}

/** What is worth a row although the state stays. */
function lesserCause(before: Verification, after: Decision): 'proofStrengthened' | 'reasonTold' | null {
  if (after.assurance !== before.assurance) return 'proofStrengthened'
  return after.reason === before.reason ? null : 'reasonTold'
}

interface Answer {
  fact: Fact | null
  problem: ProblemCode | null
}

type Refs = Record<string, string>

/** Ids of one attempt that are asked about at most; more than one is rare. */
const mostIds = 4

/**
 * By which of the vendor's ids to ask: those of the newest attempt, then whatever notices have named, in an order that
 * does not depend on which came first. Without any id the question is about the account.
 */
function candidates({ refs, attempt }: Verification, notices: NoticeRow[]): Refs[] {
  const named = [...notices]
    .sort((a, b) => Number(b.attempt === attempt) - Number(a.attempt === attempt))
    .map(each => canonicalJson(each.refs))
  const own = canonicalJson(refs)
  const rest = [...new Set(named)].filter(each => each !== own && each !== '{}').sort()
  const all = [...(own === '{}' ? [] : [own]), ...rest].slice(0, mostIds)
  return all.length > 0 ? all.map(each => JSON.parse(each) as Refs) : [{}]
}

async function ask(deps: Deps, verification: Verification, ids: Refs[]): Promise<Answer> {
  const driver = deps.drivers.get(verification.vendor)
  const fields = fieldsOf(deps, verification)
  if (!driver || !fields) return { fact: null, problem: null }
  const facts: Fact[] = []
  for (const refs of ids) {
    const outcome = await driver.query({ ...questionOf(fields, refs), reference: verification._id })
    if (outcome.kind !== 'ok') {
      const { kind, code, detail } = outcome
      deps.log.warn('vendor.query', { vendor: driver.id, verification: verification._id, kind, code, detail })
      return { fact: null, problem: problemOf(outcome) }
    }
    const fact = sufficient(deps, outcome.value)
    // Nothing is stronger than this.
    if (fact.standing === 'verified' && fact.assurance === 'attempt') return { fact, problem: null }
    facts.push(fact)
  }
  return { fact: strongestFact(facts), problem: null }
}

/** Where the operator insists on proof of this very attempt, a verified account proves nothing. */
function sufficient({ config }: Deps, fact: Fact): Fact {
  const accountOnly = fact.standing === 'verified' && fact.assurance !== 'attempt'
  return config.requireAttemptProof && accountOnly ? { ...fact, standing: 'unproven', assurance: null } : fact
}

function questionOf(fields: SubjectFields, refs: Refs): Question {
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

/** Newest first. */
function noticesOf({ store }: Deps, verificationId: string): Promise<NoticeRow[]> {
  return store.find('notices', {
    where: [['verificationId', 'eq', verificationId]],
    orderBy: [['receivedAt', 'desc']],
    limit: 20,
  })
}

/** A notice about an earlier attempt says nothing about this one. */
function claimOf(notices: NoticeRow[], attempt: number): Claim | null {
  const claims = notices.flatMap(({ attempt: about, standing, reason, rawStatus }) =>
    about === attempt && standing !== null ? [{ standing, rawStatus, ...(reason && { reason }) }] : [],
  )
  return strongestClaim(claims)
}

function changesOf(
  deps: Deps,
  before: Verification,
  decision: Decision,
  { hint, refs, already }: Occasion,
): Changes {
  const now = deps.clock()
  const moved = decision.cause !== null
  const open = isOpen(decision.state)
  const fruitless = moved || hint ? 0 : before.fruitless + 1
  const expiresAt =
    decision.reviewing && !before.reviewing
      ? Math.max(before.expiresAt, now + lifetimes.review)
      : before.expiresAt
  const redactAt = open || before.sealed === null ? null : (before.redactAt ?? now + retention(deps))
  return {
    state: decision.state,
    reason: decision.reason,
    refs: refs ?? before.refs,
    already: before.already || already === true,
    reviewing: decision.reviewing,
    assurance: decision.assurance,
    rawStatus: decision.rawStatus,
    problem: decision.problem,
    history: moved ? [...before.history, { state: decision.state, at: now }] : before.history,
    updatedAt:
      moved || decision.problem !== before.problem || decision.reviewing !== before.reviewing
        ? now
        : before.updatedAt,
    expiresAt,
    fruitless,
    redactAt,
    dueAt: open ? nextDue(now, fruitless, expiresAt) : redactAt,
  }
}
