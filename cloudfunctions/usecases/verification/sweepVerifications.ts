import { submissionTime } from '../../domain/guidance'
import { lifetimes } from '../../domain/schedule'
import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { inLanes } from '../kit/lanes'
import { type Occasion, reconcile } from './reconcile'
import { redact } from './redact'
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

/** ms of the time for asking others that is left to what the run looks after next. */
export const reserve = 4000

/** Attends to whatever is due, page after page, until there is no more or no more time. One read when nothing is. */
export async function sweepVerifications(deps: Deps, deadline: number): Promise<VerificationSweepReport> {
  const report = { due: 0, changed: 0, redacted: 0, failed: 0 }
  const seen = new Set<string>()
  const isOver = () => deps.clock() >= deadline || !deps.hasTime(reserve)
  for (let after = 0; ; ) {
    const page = await dueNow(deps, after)
    const queue = page.filter(({ _id }) => !seen.has(_id))
    // What failed is still due, and left to the next run; it must not hide what stands behind it.
    if (queue.length === 0) after = page.at(-1)?.dueAt ?? 0
    report.due += queue.length
    await inLanes(lanes, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (isOver()) return
        seen.add(next._id)
        await attended(deps, next, report)
      }
    })
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

/** One that fails does not hold up the others. */
async function attended(deps: Deps, found: Verification, report: VerificationSweepReport): Promise<void> {
  try {
    await attend(deps, found, report)
  } catch (error) {
    report.failed += 1
    deps.log.error('sweep.failed', {
      verification: found._id,
      error: error instanceof Error ? error.name : 'unknown',
    })
  }
}

async function attend(deps: Deps, found: Verification, report: VerificationSweepReport): Promise<void> {
  const now = deps.clock()
  if (found.redactAt !== null && found.redactAt <= now) {
    if (await redact(deps, found)) report.redacted += 1
    return
  }
  // A notice on its way may have made it due.
  if (isStopped(found)) {
    await deps.store.replace('verifications', found._id, found.version, { dueAt: found.redactAt })
    return
  }
  // Another run that overlaps with this one leaves it alone until the lease is over.
  const lease = { dueAt: now + lifetimes.lease }
  if (!(await deps.store.replace('verifications', found._id, found.version, lease))) return
  const after = await reconcile(deps, found._id, occasionFor(found, now))
  if (after.state !== found.state) report.changed += 1
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
