import type { FileResult } from '../../contract/batch'
import type { About, EraseResult, WithdrawResult } from '../../contract/personal'
import type { BatchRow } from '../../domain/batch/row'
import { ActionError } from '../../domain/errors'
import type { Invitation } from '../../domain/invitation/invitation'
import { eraseRow, withdrawRow } from '../batch/redact'
import { fieldsOf, rowOf } from '../batch/rows'
import { revokeInvitations } from '../invitation/manage'
import { recordAct } from '../kit/acts'
import type { Deps } from '../kit/deps'
import { operatorId } from '../operator/identity'
import { withdrawConsents } from '../verification/stop'
import { copyOf, invitationCopy, jsonFile } from './copy'
import { eraseInvitee, erasePerson } from './erase'

/**
 * What an owner does because somebody has asked for it in writing, each with the number of that request in the audit. A
 * verification stands for the person who began it, with all that is his; an invitation and a row for whom they name.
 */
interface Request {
  about: About
  reference: string
  ground?: 'person' | 'agent' | 'authority' | undefined
}

/** Throws NOT_FOUND, RANGE_TOO_LARGE, DATA_UNREADABLE, BUSY. */
export async function copyOnRequest(deps: Deps, openid: string, request: Request): Promise<FileResult> {
  const found = await foundBy(deps, request.about)
  await recorded(deps, openid, 'request.copy', request)
  switch (found.kind) {
    case 'person':
      return copyOf(deps, found.owner, 'whole')
    case 'invitation':
      return jsonFile(deps, { invitations: [invitationCopy(deps, found.invitation, 'whole')] })
    case 'row': {
      const { number, name, state, history } = found.row
      return jsonFile(deps, { rows: [{ number, name, state, history, filledIn: fieldsOf(deps, found.row) }] })
    }
  }
}

/** Throws NOT_FOUND, BUSY. */
export async function withdrawOnRequest(
  deps: Deps,
  openid: string,
  request: Request,
): Promise<WithdrawResult> {
  const found = await foundBy(deps, request.about)
  await recorded(deps, openid, 'request.withdraw', request)
  switch (found.kind) {
    case 'person':
      return { stopped: await withdrawConsents(deps, found.owner) }
    case 'invitation':
      return {
        stopped: (await revokeInvitations(deps, openid, { ids: [found.invitation._id] })).revoked.length,
      }
    case 'row':
      return { stopped: (await withdrawRow(deps, openid, found.row)) ? 1 : 0 }
  }
}

/** Throws NOT_FOUND, BUSY. */
export async function eraseOnRequest(deps: Deps, openid: string, request: Request): Promise<EraseResult> {
  const found = await foundBy(deps, request.about)
  await recorded(deps, openid, 'request.erase', request)
  switch (found.kind) {
    case 'person':
      return erasePerson(deps, found.owner)
    case 'invitation':
      await eraseInvitee(deps, found.invitation._id, operatorId(deps, openid))
      return { erased: 1 }
    case 'row':
      await eraseRow(deps, openid, found.row)
      return { erased: 1 }
  }
}

type Found =
  | { kind: 'person'; owner: string }
  | { kind: 'invitation'; invitation: Invitation }
  | { kind: 'row'; row: BatchRow }

/** Throws NOT_FOUND, also for what is nobody's any more. */
async function foundBy(deps: Deps, about: About): Promise<Found> {
  if ('row' in about) return { kind: 'row', row: await rowOf(deps, about.row) }
  if ('invitation' in about) {
    const invitation = await deps.store.get('invitations', about.invitation)
    if (!invitation) throw new ActionError('NOT_FOUND')
    return { kind: 'invitation', invitation }
  }
  const verification = await deps.store.get('verifications', about.verification)
  if (!verification || verification.owner === '') throw new ActionError('NOT_FOUND')
  return { kind: 'person', owner: verification.owner }
}

function recorded(deps: Deps, openid: string, event: string, request: Request): Promise<void> {
  const { about, reference, ground } = request
  const [subject = ''] = Object.values(about)
  const detail = ground === undefined ? reference : `${reference} ${ground}`
  return recordAct(deps, { event, operator: operatorId(deps, openid), subject, detail })
}
