import { finalInvitationStates } from '../../domain/invitation/lifecycle'
import { isOpen, type State } from '../../domain/lifecycle'
import type { Said } from '../../domain/message/fill'
import { byDay, type Message } from '../../domain/message/message'
import type { Subject } from '../../domain/words'
import type { Deps } from '../kit/deps'

/** What a message says and where it leads; `later`: not now, but at this time. */
export type Content = { said: Said; page: string; later?: undefined } | { later: number }

const verificationPage = 'packages/verify/verification/index'

const matters: Readonly<Record<Subject, string>> = { person: '个人实名认证', organization: '企业认证' }

/** Chinese characters, five at most: WeChat's place for an outcome. */
const outcomes: Readonly<Partial<Record<State, string>>> = {
  verified: '已通过',
  rejected: '未通过',
  expired: '已过期',
  revoked: '已失效',
}

/** Nothing of the person: what it is about, how it ended, when. null: there is nothing to say any more. */
export async function contentOf(deps: Deps, message: Message): Promise<Content | null> {
  const found = await deps.store.get('verifications', message.about)
  if (!found || found.owner === '' || message.owner === '') return null
  const { _id, subject, state, updatedAt, invitationId } = found
  const page = `${verificationPage}?id=${_id}`
  const from = deps.config.policy.controller
  if (message.kind !== 'reminder') {
    const outcome = outcomes[state]
    const hint = state === 'verified' ? '点这里查看结果' : '点这里看下一步怎么办'
    return outcome ? { page, said: { matter: matters[subject], outcome, time: updatedAt, from, hint } } : null
  }
  const invitation = invitationId === null ? null : await deps.store.get('invitations', invitationId)
  if (!invitation || !isOpen(state) || finalInvitationStates.includes(invitation.state)) return null
  const now = deps.clock()
  const { title, expiresAt } = invitation
  if (expiresAt <= now) return null
  const later = byDay(now)
  if (later > now) return later < expiresAt ? { later } : null
  return { page, said: { matter: title, until: expiresAt, from, hint: '还没有办完，点这里接着办' } }
}
