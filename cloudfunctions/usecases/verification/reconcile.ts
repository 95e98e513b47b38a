import { type Decision, decide, type Fact } from '../../domain/decide'
import type { ProblemCode } from '../../domain/errors'
import { isOpen } from '../../domain/lifecycle'
import type { NoticeRow } from '../../domain/notice'
import { lifetimes, nextDue } from '../../domain/schedule'
import { strongestClaim, strongestFact } from '../../domain/strongest'
import type { Before, Verification } from '../../domain/verification'
import type { Hint } from '../../domain/words'
import type { Deps } from '../kit/deps'
import { retention } from '../kit/retention'
import { accountsOf, recordProof } from './accountUses'
import { type Answer, askVendor, claimsOf, factsOf } from './askVendor'
import { type AtHand, type Changes, commit } from './commit'
import { judge } from './judge'
import { fieldsOf } from './sealedFields'
import { isStopped } from './stop'

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
  /** What it said of the account before the attempt that has just begun; null: nothing is known. */
  before?: Before | null
}

/**
 * The only way to a new state: gather what the vendor says, let `decide` reduce it, write with compare-and-set.
 * When another writer was first, what is already known is judged again on the newer document.
 * Whoever has just read the document and its notices hands them in. Throws NOT_FOUND, BUSY.
 */
export async function reconcile(
  deps: Deps,
  id: string,
  occasion: Occasion,
  atHand?: AtHand & { notices: NoticeRow[] | undefined },
): Promise<Verification> {
  let asked: Answer | null = null
  let read = atHand?.notices
  const decided = async (verification: Verification) => {
    if (isStopped(verification)) return null
    const notices = read ?? (await noticesOf(deps, id))
    read = undefined
    const known = await knowledge(verification, notices)
    const decision = decide(verification, {
      ...known,
      claim: strongestClaim(claimsOf(notices.filter(each => each.attempt === verification.attempt))),
      hint: occasion.hint ?? null,
      cancel: occasion.cancel ?? false,
      now: deps.clock(),
    })
    const changes = changesOf(deps, verification, decision, occasion)
    const cause = decision.cause ?? lesserCause(verification, decision)
    const audit = cause && { event: occasion.event, cause }
    return { changes, audit }
  }
  const { document, changed } = await commit(deps, id, decided, atHand)
  if (changed && document.assurance === 'observed') await remember(deps, document)
  return document

  /** What the vendor says, and what that is worth on the document as it is now. */
  async function knowledge(verification: Verification, notices: NoticeRow[]) {
    const nothing = {
      fact: occasion.fact === 'ask' ? null : occasion.fact,
      problem: occasion.problem ?? null,
    }
    const driver = deps.drivers.get(verification.vendor)
    const fields = fieldsOf(deps, verification)
    if (!driver || !fields || occasion.fact === null) return nothing
    const judged = (fact: Fact) => judge(deps, verification, driver, fields, fact)
    if (occasion.fact !== 'ask') return { ...nothing, fact: answered(await judged(occasion.fact), occasion) }
    asked ??= await askVendor(deps, verification, driver, fields, notices)
    const facts = await Promise.all(factsOf(asked, verification, notices).map(judged))
    const fact = strongestFact(facts) ?? (asked.facts.length > 0 ? unproven : null)
    return { fact, problem: asked.problem }
  }
}

const unproven: Fact = { standing: 'unproven', assurance: null, rawStatus: null }

/** To a start that the vendor answers with "verified before" there is no way in; what is missing may be had without. */
function answered(fact: Fact, { already }: Occasion): Fact {
  if (!already || fact.standing !== 'unproven') return fact
  return { ...fact, standing: fact.missing === 'number' ? 'accepted' : 'refused' }
}

/** What was observed once is this person's own from then on. A process that dies here loses a convenience. */
async function remember(deps: Deps, verification: Verification): Promise<void> {
  const driver = deps.drivers.get(verification.vendor)
  const fields = fieldsOf(deps, verification)
  if (driver && fields) await recordProof(deps, verification.owner, accountsOf(deps, driver, fields))
}

/** What is worth a row although the state stays. */
function lesserCause(before: Verification, after: Decision): 'proofStrengthened' | 'reasonTold' | null {
  if (after.assurance !== before.assurance) return 'proofStrengthened'
  return after.reason === before.reason ? null : 'reasonTold'
}

/** More are not looked at. */
const mostNotices = 20

/** Newest first. */
function noticesOf({ store }: Deps, verificationId: string): Promise<NoticeRow[]> {
  return store.find('notices', {
    where: [['verificationId', 'eq', verificationId]],
    orderBy: [['receivedAt', 'desc']],
    limit: mostNotices,
  })
}

/** Documents of one answer of the database. */
const mostDocuments = 1000

/** The same of several, by verification; none of those when there are more than one answer holds. */
export async function noticesOfAll(
  { store }: Deps,
  ids: readonly string[],
): Promise<Map<string, NoticeRow[]>> {
  const all = await store.find('notices', { where: [['verificationId', 'in', ids]], limit: mostDocuments })
  if (all.length === mostDocuments) return new Map()
  all.sort((a, b) => b.receivedAt - a.receivedAt)
  return new Map(
    ids.map(id => [id, all.filter(each => each.verificationId === id).slice(0, mostNotices)] as const),
  )
}

function changesOf(
  deps: Deps,
  before: Verification,
  decision: Decision,
  { event, refs = before.refs, already = before.already, before: known = before.before ?? null }: Occasion,
): Changes {
  const now = deps.clock()
  const moved = decision.cause !== null
  const open = isOpen(decision.state)
  // Whoever asks, but the timer, was brought here by a person or by the vendor.
  const lifeAt = moved || event !== 'sweep' ? now : (before.lifeAt ?? before.updatedAt)
  const life = { lifeAt, isUnderWay: decision.state === 'processing' }
  const expiresAt =
    decision.reviewing && !before.reviewing
      ? Math.max(before.expiresAt, now + lifetimes.review)
      : before.expiresAt
  const redactAt = open ? null : (before.redactAt ?? now + retention(deps))
  return {
    state: decision.state,
    reason: decision.reason,
    refs,
    already,
    before: known,
    reviewing: decision.reviewing,
    assurance: decision.assurance,
    missing: decision.missing,
    rawStatus: decision.rawStatus,
    problem: decision.problem,
    history: moved ? [...before.history, { state: decision.state, at: now }] : before.history,
    updatedAt:
      moved ||
      decision.problem !== before.problem ||
      decision.reviewing !== before.reviewing ||
      decision.missing !== (before.missing ?? null)
        ? now
        : before.updatedAt,
    expiresAt,
    lifeAt,
    redactAt,
    dueAt: open ? nextDue(now, life, expiresAt) : redactAt,
  }
}
