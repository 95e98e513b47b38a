import { submissionTime } from '../domain/guidance'
import { lifetimes } from '../domain/schedule'
import type { Verification } from '../domain/verification'
import { type BatchSweepReport, sweepBatches } from './batch/sweepBatches'
import { clearHandovers } from './handover/clearHandovers'
import { clearIntegration } from './integration/clear'
import { type DeliveryReport, deliver } from './integration/deliver'
import { makeLinks } from './integration/links'
import { type InvitationSweepReport, sweepInvitations } from './invitation/sweepInvitations'
import type { Deps } from './kit/deps'
import { clearCounts } from './kit/limits'
import { flushAbandoned } from './kit/outbox'
import { clearCodes } from './operator/clearCodes'
import { clearAccountUses } from './verification/accountUses'
import { commit } from './verification/commit'
import { publish } from './verification/publish'
import { type Occasion, reconcile } from './verification/reconcile'

export interface SweepReport extends BatchSweepReport, InvitationSweepReport, DeliveryReport {
  links: number
  due: number
  changed: number
  redacted: number
  flushed: number
  failed: number
}

type Tally = Pick<SweepReport, 'changed' | 'redacted'>

const batchSize = 100
const lanes = 5
/** ms after which a run takes up nothing new, first of verifications, then of batches; the next one goes on. */
const timeBudget = 25_000
const batchTimeBudget = 45_000

/** The timer run: looks at whatever is due, lets run out what has run out, removes what must not be kept. */
export async function sweep(deps: Deps): Promise<SweepReport> {
  const startedAt = deps.clock()
  const report = { due: 0, changed: 0, redacted: 0, flushed: 0, failed: 0 }
  report.flushed = await flushAbandoned(
    deps,
    left => deps.store.find('verifications', left),
    each => publish(deps, each),
  )
  await clearCounts(deps, startedAt)
  await clearAccountUses(deps, startedAt)
  await clearCodes(deps, startedAt)
  await clearHandovers(deps, startedAt)
  const due = await deps.store.find('verifications', {
    where: [
      ['dueAt', 'gt', 0],
      ['dueAt', 'lte', startedAt],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: batchSize,
  })
  const queue = [...due]
  report.due = due.length
  await Promise.all(Array.from({ length: lanes }, work))
  const invitations = await sweepInvitations(deps, startedAt + timeBudget)
  const links = await makeLinks(deps, startedAt + timeBudget)
  // Side by side: waiting for a receiver costs a batch nothing.
  const [deliveries, batches] = await Promise.all([
    deliver(deps, startedAt + batchTimeBudget),
    sweepBatches(deps, startedAt + batchTimeBudget),
  ])
  await clearIntegration(deps, startedAt)
  return { ...report, ...invitations, links, ...deliveries, ...batches }

  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (deps.clock() - startedAt > timeBudget) return
      try {
        await attend(deps, next, report)
      } catch (error) {
        report.failed += 1
        deps.log.error('sweep.failed', {
          verification: next._id,
          error: error instanceof Error ? error.name : 'unknown',
        })
      }
    }
  }
}

async function attend(deps: Deps, found: Verification, report: Tally): Promise<void> {
  const now = deps.clock()
  // Another run that overlaps with this one leaves it alone until the lease is over.
  const { document: leased, changed } = await commit(deps, found._id, ({ version }) =>
    version === found.version ? { changes: { dueAt: now + lifetimes.lease }, audit: null } : null,
  )
  if (!changed) return
  if (leased.redactAt !== null && leased.redactAt <= now) {
    const changes = { sealed: null, searchKeys: [], redactAt: null, dueAt: null }
    const redaction = { changes, audit: { event: 'sweep', cause: 'redacted' } }
    const redacted = await commit(deps, leased._id, ({ version }) =>
      version === leased.version ? redaction : null,
    )
    if (redacted.changed) report.redacted += 1
    return
  }
  const after = await reconcile(deps, leased._id, occasionFor(leased, now))
  if (after.state !== leased.state) report.changed += 1
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
