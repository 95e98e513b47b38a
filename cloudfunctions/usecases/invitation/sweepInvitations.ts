import { finalInvitationStates } from '../../domain/invitation/lifecycle'
import type { Deps } from '../kit/deps'
import { flushAbandoned } from '../kit/outbox'
import { commitInvitation } from './commit'
import { publishInvitation } from './publish'
import { settleInvitation } from './settle'

export interface InvitationSweepReport {
  invitations: number
  filesRemoved: number
}

const runSize = 100

/** The sweep's part with invitations: lets run out what has run out, removes what must not be kept. */
export async function sweepInvitations(deps: Deps, deadline: number): Promise<InvitationSweepReport> {
  const now = deps.clock()
  await flushAbandoned(
    deps,
    left => deps.store.find('invitations', left),
    each => publishInvitation(deps, each),
  )
  const due = await deps.store.find('invitations', {
    where: [
      ['dueAt', 'gt', 0],
      ['dueAt', 'lte', now],
    ],
    fields: ['_id'],
    orderBy: [['dueAt', 'asc']],
    limit: runSize,
  })
  let invitations = 0
  for (const { _id } of due) {
    if (deps.clock() > deadline) break
    invitations += 1
    await attend(deps, _id).catch((error: unknown) => {
      deps.log.error('invitation.sweep', {
        invitation: _id,
        error: error instanceof Error ? error.name : 'unknown',
      })
    })
  }
  return { invitations, filesRemoved: await removeFiles(deps, now) }
}

async function attend(deps: Deps, id: string): Promise<void> {
  const after = await settleInvitation(deps, id)
  if (finalInvitationStates.includes(after.state)) await redact(deps, id)
}

/** Irreversible: what was filled in about the invitee, and by what it was found. */
async function redact(deps: Deps, id: string): Promise<void> {
  await commitInvitation(deps, id, ({ redactAt, state }) => {
    if (redactAt === null || redactAt > deps.clock()) return null
    const changes = { sealed: null, searchKeys: [], maskedContact: '', redactAt: null, dueAt: null }
    return { changes, steps: [{ event: 'redacted', to: state }] }
  })
}

/** Files we made for somebody to take away. */
async function removeFiles({ store, files, log }: Deps, now: number): Promise<number> {
  const ended = await store.find('files', { where: [['expiresAt', 'lte', now]], limit: runSize })
  for (const { _id, version, fileId } of ended) {
    try {
      await files.remove(fileId)
      await store.remove('files', _id, version)
    } catch {
      log.error('file.kept', {})
    }
  }
  return ended.length
}
