import { submissionTime } from '../../domain/guidance'
import { lifetimes } from '../../domain/schedule'
import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { publishAll } from './publish'
import { noticesOfAll, type Occasion, reconcile } from './reconcile'
import { redactAll } from './redact'
import { isStopped } from './stop'

export interface VerificationSweepReport {
  due: number
  changed: number
  redacted: number
  failed: number
}

const pageSize = 100
/** At once: below the 20 connections the smallest plan of the cloud's database has. */
const lanes = 18
/** Verifications whose lease and notices are one call each. */
const groupSize = 50

/** ms of the time for asking others that is left to what the run looks after next. */
export const reserve = 4000

/** Attends to whatever is due, page after page, until there is no more or no more time. One read when nothing is. */
export async function sweepVerifications(deps: Deps, deadline: number): Promise<VerificationSweepReport> {
  const report = { due: 0, changed: 0, redacted: 0, failed: 0 }
  const seen = new Set<string>()
  const isOver = () => deps.clock() >= deadline || !deps.hasTime(reserve)
  for (let after = 0; ; ) {
    const page = await dueNow(deps, after)
    const fresh = page.filter(({ _id }) => !seen.has(_id))
    // What failed is still due, and left to the next run; it must not hide what stands behind it.
    if (fresh.length === 0) after = page.at(-1)?.dueAt ?? 0
    for (let from = 0; from < fresh.length && !isOver(); from += groupSize) {
      const group = fresh.slice(from, from + groupSize)
      for (const { _id } of group) seen.add(_id)
      report.due += group.length
      await attend(deps, group, report, isOver)
    }
    if (page.length < pageSize || isOver()) return report
  }
}

function dueNow({ store, clock }: Deps, after: number): Promise<Verification[]> {
  return store.find('verifications', {
    where: [
      ['dueAt', 'gt', after],
      ['dueAt', 'lte', clock()],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
}

type IsOver = () => boolean

async function attend(
  deps: Deps,
  group: readonly Verification[],
  report: VerificationSweepReport,
  isOver: IsOver,
): Promise<void> {
  const now = deps.clock()
  const isSpent = ({ redactAt }: Verification) => redactAt !== null && redactAt <= now
  report.redacted += await redactAll(deps, group.filter(isSpent), failed(deps, report, undefined)).catch(
    failed(deps, report, 0),
  )
  const kept = group.filter(each => !isSpent(each))
  // A notice on its way may have made it due.
  for (const { _id, version, redactAt } of kept.filter(isStopped))
    await deps.store.replace('verifications', _id, version, { dueAt: redactAt })
  await ask(
    deps,
    kept.filter(each => !isStopped(each)),
    report,
    isOver,
  )
}

/** Asks about each, and tells of all that have changed together. One that fails does not hold up the others. */
async function ask(
  deps: Deps,
  due: readonly Verification[],
  report: VerificationSweepReport,
  isOver: IsOver,
): Promise<void> {
  const leased = await lease(deps, due)
  if (leased.length === 0) return
  const notices = await noticesOfAll(
    deps,
    leased.map(({ _id }) => _id),
  )
  const told: Verification[] = []
  const publish = async (_: Deps, changed: Verification) => {
    told.push(changed)
    return changed
  }
  const queue = [...leased]
  await inLanes(lanes, async () => {
    for (let found = queue.shift(); found; found = queue.shift()) {
      if (isOver()) {
        queue.unshift(found)
        return
      }
      const { _id, state } = found
      const atHand = { found, notices: notices.get(_id), publish }
      const after = await reconcile(deps, _id, occasionFor(found, deps.clock()), atHand).catch(
        failed(deps, report, found),
      )
      if (after.state !== state) report.changed += 1
    }
  })
  await release(deps, queue)
  await publishAll(deps, told).catch(failed(deps, report, undefined))
}

/** Another run that overlaps with this one leaves them alone until the lease is over. Returns those that are ours. */
async function lease({ store, clock, random }: Deps, due: readonly Verification[]): Promise<Verification[]> {
  if (due.length === 0) return []
  const now = clock()
  const ids = due.map(({ _id }) => _id)
  // No two runs of one moment have the same.
  const dueAt = now + lifetimes.lease + (Number.parseInt(random(2), 16) % 1000)
  const isDue = [['_id', 'in', ids] as const, ['dueAt', 'lte', now] as const]
  const count = await store.updateMany('verifications', isDue, { set: { dueAt } })
  if (count === due.length) return due.map(each => ({ ...each, dueAt, version: each.version + 1 }))
  if (count === 0) return []
  const where = [['_id', 'in', ids] as const, ['dueAt', 'eq', dueAt] as const]
  return store.find('verifications', { where, limit: ids.length })
}

/** What there was no time for is due as it was. */
async function release({ store, clock }: Deps, left: readonly Verification[]): Promise<void> {
  const [first] = left
  if (!first) return
  const those = [
    ['_id', 'in', left.map(({ _id }) => _id)] as const,
    ['dueAt', 'eq', first.dueAt ?? 0] as const,
  ]
  await store.updateMany('verifications', those, { set: { dueAt: clock() } })
}

/** Says in the log what went wrong, and goes on with `instead`. */
const failed =
  <T>(deps: Deps, report: VerificationSweepReport, instead: T) =>
  (error: unknown): T => {
    report.failed += 1
    deps.log.error('sweep.failed', { error: error instanceof Error ? error.name : 'unknown' })
    return instead
  }

/** A start whose process died before the vendor's answer was written: nobody knows what became of it. */
function occasionFor({ state, problem, createdAt }: Verification, now: number): Occasion {
  const abandonedStart = state === 'created' && problem === null && now - createdAt >= submissionTime
  if (!abandonedStart) return { event: 'sweep', fact: 'ask' }
  return {
    event: 'sweep',
    fact: { standing: 'lost', assurance: null, rawStatus: null },
    problem: 'VENDOR_NO_ANSWER',
  }
}
