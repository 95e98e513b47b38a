import type { CodeForm, InvitationCodeResult } from '../../contract/invitation'
import { ActionError } from '../../domain/errors'
import type { Invitation } from '../../domain/invitation/invitation'
import type { CodeImage, CodeSize } from '../../platform/codes'
import { codePage, dataUrl, unavailable } from '../kit/code'
import type { Deps } from '../kit/deps'
import { day } from './create'
import { tokenOf } from './token'
import { formsOf, isAlive } from './view'

/** WeChat's links live 30 days; an hour less, for clocks that differ. */
const longestLink = 30 * day - 3600_000

/**
 * A code or link of an invitation, made anew each time and never kept.
 * Throws NOT_FOUND, INVITATION_ENDED, CODE_UNAVAILABLE.
 */
export async function invitationCode(
  deps: Deps,
  _operator: string,
  { id, form }: { id: string; form: CodeForm },
): Promise<InvitationCodeResult> {
  const invitation = await deps.store.get('invitations', id)
  if (!invitation) throw new ActionError('NOT_FOUND')
  // One that leads nowhere is not handed out.
  if (!isAlive(deps, invitation)) throw new ActionError('INVITATION_ENDED')
  if (!formsOf(deps).includes(form)) throw new ActionError('INVALID_INPUT', 'form')
  try {
    const page = `${codePage}?${sceneOf(deps, invitation)}`
    return { form, page, expiresAt: invitation.expiresAt, ...(await made(deps, invitation, form)) }
  } catch (error) {
    throw unavailable(deps, form, error)
  }
}

/** One code or link. Throws what the platform throws. */
export function made(deps: Deps, invitation: Invitation, form: CodeForm): Promise<Made> {
  return makers[form](deps, invitation)
}

type Made = Pick<InvitationCodeResult, 'image' | 'text'> & { expiresAt?: number }

const makers: Readonly<Record<CodeForm, (deps: Deps, invitation: Invitation) => Promise<Made>>> = {
  async miniProgramCode(deps, invitation) {
    return { image: dataUrl(await codeImage(deps, invitation)), text: null }
  },
  async linkCode(deps, invitation) {
    const text = plainLink(deps, invitation)
    return { image: await deps.qrImage(text), text }
  },
  async urlLink(deps, invitation) {
    const target = linkTarget(deps, invitation)
    const text = await deps.codes.urlLink(target)
    return { image: await deps.qrImage(text), text, expiresAt: target.expiresAt }
  },
  async urlScheme(deps, invitation) {
    const target = linkTarget(deps, invitation)
    return { image: null, text: await deps.codes.urlScheme(target), expiresAt: target.expiresAt }
  },
}

export function codeImage(deps: Deps, invitation: Invitation, size: CodeSize = 'usual'): Promise<CodeImage> {
  return deps.codes.miniProgramCode({ page: codePage, scene: sceneOf(deps, invitation), size })
}

/** For WeChat's rule for ordinary links. */
export function plainLink(deps: Deps, invitation: Invitation): string {
  return `${deps.config.invitationLink}?${sceneOf(deps, invitation)}`
}

function sceneOf(deps: Deps, { _id, edition }: Invitation): string {
  return `i=${tokenOf(deps, _id, edition)}`
}

function linkTarget(deps: Deps, invitation: Invitation) {
  const expiresAt = Math.min(invitation.expiresAt, deps.clock() + longestLink)
  return { page: codePage, query: sceneOf(deps, invitation), expiresAt }
}
