import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import type { Deps } from '../kit/deps'
import { flushAbandoned } from '../kit/outbox'
import { pageSize, untilDone } from '../kit/untilDone'
import { commitInvitations, type Decided } from './commit'
import { nobodyInvited } from './erase'
import { publishInvitation } from './publish'
import { settled, usesOf } from './settle'

export interface InvitationSweepReport {
  invitations: number
  filesRemoved: number
}

/** The sweep's part with invitations: lets run out what has run out, removes what must not be kept. */
export async function sweepInvitations(deps: Deps, deadline: number): Promise<InvitationSweepReport> {
  const now = deps.clock()
  const seen = new Set<string>()
  const invitations = await untilDone(deps, deadline, () => settleDue(deps, now, seen, deadline))
  const filesRemoved = await untilDone(deps, deadline, () => removeFiles(deps, now))
  return { invitations, filesRemoved }
}

/** What dead processes have left untold. */
export function flushInvitations(deps: Deps): Promise<number> {
  return flushAbandoned(
    deps,
    left => deps.store.find('invitations', left),
    each => publishInvitation(deps, each),
  )
}

/** A page; what fails stays due, and is not taken up again in this run. */
async function settleDue(deps: Deps, now: number, seen: Set<string>, deadline: number): Promise<number> {
  const due = await deps.store.find('invitations', {
    where: [
      ['dueAt', 'gt', 0],
      ['dueAt', 'lte', now],
    ],
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
  const fresh = due.filter(({ _id }) => !seen.has(_id))
  for (const { _id } of fresh) seen.add(_id)
  if (fresh.length > 0 && deps.clock() <= deadline) await attend(deps, fresh)
  return fresh.length
}

/** All of them at once: a campaign of a thousand runs out in one moment. One that fails does not hold up the others. */
async function attend(deps: Deps, due: readonly Invitation[]): Promise<void> {
  const uses = await usesOfAll(deps, due)
  const decide = async (before: Invitation) => {
    const own = uses.get(readingOf(before)) ?? (await usesOf(deps, before))
    return redacted(deps, before, settled(deps, before, own))
  }
  const failed = (error: unknown) => {
    deps.log.error('invitation.sweep', { error: error instanceof Error ? error.name : 'unknown' })
  }
  await commitInvitations(deps, due, decide, failed).catch(failed)
}

/**
 * Irreversible: what was filled in about the invitee, and by what it was found, goes when its time has come. Whatever
 * else has become of it is written first.
 */
function redacted(deps: Deps, { redactAt, state }: Invitation, decided: Decided): Decided {
  const isOver = redactAt !== null && redactAt <= deps.clock()
  if (decided || !isOver) return decided
  return { changes: nobodyInvited, steps: [{ event: 'redacted', to: state }] }
}

/** Documents of one answer of the database. */
const mostUses = 1000

/** A document as it was read. */
const readingOf = ({ _id, version }: Invitation): string => `${_id} ${version}`

/** The places taken on these, each on the codes in use now; of none, where there are more than one answer holds. */
async function usesOfAll(
  { store }: Deps,
  invitations: readonly Invitation[],
): Promise<Map<string, InvitationUse[]>> {
  const uses = await store.find('invitation_uses', {
    where: [['invitationId', 'in', invitations.map(({ _id }) => _id)]],
    limit: mostUses,
  })
  if (uses.length === mostUses) return new Map()
  const own = ({ _id, edition }: Invitation) =>
    uses.filter(each => each.invitationId === _id && each.edition === edition)
  return new Map(invitations.map(each => [readingOf(each), own(each)]))
}

/** A page of the files we made for somebody to take away; one that cannot be removed is tried again by the next run. */
async function removeFiles({ store, files, log }: Deps, now: number): Promise<number> {
  const ended = await store.find('files', { where: [['expiresAt', 'lte', now]], limit: pageSize })
  let removed = 0
  for (const { _id, version, fileId } of ended) {
    try {
      await files.remove(fileId)
      await store.remove('files', _id, version)
      removed += 1
    } catch {
      log.error('file.kept', {})
    }
  }
  return removed
}
