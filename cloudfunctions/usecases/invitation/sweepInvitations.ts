import { finalInvitationStates } from '../../domain/invitation/lifecycle'
import type { Deps } from '../kit/deps'
import { flushAbandoned } from '../kit/outbox'
import { pageSize, untilDone } from '../kit/untilDone'
import { commitInvitation } from './commit'
import { nobodyInvited } from './erase'
import { publishInvitation } from './publish'
import { settleInvitation } from './settle'

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
    fields: ['_id'],
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
  const fresh = due.filter(({ _id }) => !seen.has(_id))
  for (const { _id } of fresh) {
    if (deps.clock() > deadline) break
    seen.add(_id)
    await attend(deps, _id).catch((error: unknown) => {
      deps.log.error('invitation.sweep', {
        invitation: _id,
        error: error instanceof Error ? error.name : 'unknown',
      })
    })
  }
  return fresh.length
}

async function attend(deps: Deps, id: string): Promise<void> {
  const after = await settleInvitation(deps, id)
  if (finalInvitationStates.includes(after.state)) await redact(deps, id)
}

/** Irreversible: what was filled in about the invitee, and by what it was found. */
async function redact(deps: Deps, id: string): Promise<void> {
  await commitInvitation(deps, id, ({ redactAt, state }) => {
    if (redactAt === null || redactAt > deps.clock()) return null
    return { changes: nobodyInvited, steps: [{ event: 'redacted', to: state }] }
  })
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
