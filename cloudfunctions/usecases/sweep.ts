import { allChores, type Chore } from '../domain/rounds'
import { anchorHeads } from './audit/anchor'
import { flushBatches, sweepBatches, tidyBatches, waitsShortly } from './batch/sweepBatches'
import { clearHandovers } from './handover/clearHandovers'
import { clearHealth } from './health/note'
import { clearIntegration } from './integration/clear'
import { type DeliveryReport, deliver } from './integration/deliver'
import { makeLinks } from './integration/links'
import { flushInvitations, type InvitationSweepReport, sweepInvitations } from './invitation/sweepInvitations'
import type { Deps } from './kit/deps'
import { hasMessages } from './kit/hasMessages'
import { clearCounts } from './kit/limits'
import { flushAbandoned } from './kit/outbox'
import { untilDone } from './kit/untilDone'
import { attendHere } from './kit/wake'
import { clearMessages } from './message/clear'
import { type MessageReport, ofRun, sendMessages } from './message/send'
import { clearCodes } from './operator/clearCodes'
import { type ResealReport, reseal } from './reseal'
import { clearAccountUses } from './verification/accountUses'
import { clearConsents } from './verification/consents'
import { publish } from './verification/publish'
import { reserve, sweepVerifications, type VerificationSweepReport } from './verification/sweepVerifications'
import { clearExports } from './workplace/clearExports'
import { takeIn } from './workplace/takeIn'

export interface SweepReport
  extends VerificationSweepReport,
    InvitationSweepReport,
    DeliveryReport,
    MessageReport {
  links: number
  flushed: number
  batches: number
  rowsRedacted: number
  resealed: number
  unreadable: number
  /** The time was over before the work was, or more of it is due in a moment: the next run should begin at once. */
  left: boolean
}

/** ms after which a run takes up nothing new, first of verifications, then of batches; the next one goes on. */
const timeBudget = 25_000
const batchTimeBudget = 45_000

/**
 * The timer run: looks at whatever is due, lets run out what has run out, removes what must not be kept. What it is not
 * to look after costs nothing.
 */
export async function sweep(deps: Deps, chores: ReadonlySet<Chore> = allChores): Promise<SweepReport> {
  const startedAt = deps.clock()
  const soon = startedAt + timeBudget
  const late = startedAt + batchTimeBudget
  const when = <T>(chore: Chore, nothing: T, work: () => Promise<T>) =>
    chores.has(chore) ? work() : Promise.resolve(nothing)

  const flushed = await when('outbox', 0, () => flush(deps))
  const none = { due: 0, changed: 0, redacted: 0, failed: 0 }
  const verifications = await when('verifications', none, () => sweepVerifications(deps, soon))
  const isCut = deps.clock() >= soon || !deps.hasTime(reserve)
  const links = await when('links', 0, () => makeLinks(deps, soon))
  if (chores.has('deliveries')) attendHere(deps)
  // Side by side: waiting for a receiver costs a batch nothing.
  const [deliveries, batches] = await Promise.all([
    when('deliveries', { delivered: 0, undelivered: 0 }, () => deliver(deps, late)),
    when('rows', 0, () => sweepBatches(deps, late)),
  ])
  const tidied = { invitations: 0, filesRemoved: 0, rowsRedacted: 0 }
  const silence = { told: 0, untold: 0 }
  const tellsPeople = chores.has('messages') && hasMessages(deps)
  const messages = tellsPeople ? await sendMessages(deps, { most: ofRun }) : silence
  const housekeeping = await when('housekeeping', tidied, () => keepHouse(deps, late))
  await when('daily', undefined, () => daily(deps, late))
  // Of nothing else: somebody has asked for it.
  const {
    left: halfSealed,
    resealed,
    unreadable,
  } = await when('reseal', nothingResealed, () => reseal(deps, late, chores.size === 1))
  const uncounted = await when('figures', { left: false }, () => takeIn(deps, late))
  const isLate = deps.clock() >= late || !deps.hasTime()
  const left = isCut || halfSealed || uncounted.left || isLate || (batches > 0 && (await waitsShortly(deps)))
  return {
    ...verifications,
    links,
    ...messages,
    ...deliveries,
    batches,
    ...housekeeping,
    flushed,
    resealed,
    unreadable,
    left,
  }
}

const nothingResealed: ResealReport = { resealed: 0, unreadable: 0, left: false }

/** What dead processes have left untold. */
async function flush(deps: Deps): Promise<number> {
  const left = await flushAbandoned(
    deps,
    waiting => deps.store.find('verifications', waiting),
    each => publish(deps, each),
  )
  return left + (await flushInvitations(deps)) + (await flushBatches(deps))
}

/** What need not be done more often: nothing here is shown, sent or good for anything once its time is over. */
async function daily(deps: Deps, deadline: number): Promise<void> {
  const now = deps.clock()
  const clearings = [clearConsents, clearCounts, clearAccountUses, clearCodes, clearHealth, clearMessages]
  for (const clear of clearings) await untilDone(deps, deadline, () => clear(deps, now))
  await untilDone(deps, deadline, () => anchorHeads(deps, now))
}

/** What ends by itself, and what must not be kept. */
async function keepHouse(
  deps: Deps,
  deadline: number,
): Promise<InvitationSweepReport & { rowsRedacted: number }> {
  const now = deps.clock()
  const rowsRedacted = await tidyBatches(deps, deadline)
  const invitations = await sweepInvitations(deps, deadline)
  const clearings = [clearHandovers, clearIntegration, clearExports]
  for (const clear of clearings) await untilDone(deps, deadline, () => clear(deps, now))
  return { ...invitations, rowsRedacted }
}
