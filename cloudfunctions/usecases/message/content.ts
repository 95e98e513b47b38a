import { nextDay } from '../../domain/day'
import { finalInvitationStates } from '../../domain/invitation/lifecycle'
import { isOpen, type State } from '../../domain/lifecycle'
import type { Said } from '../../domain/message/fill'
import { byDay, type Message } from '../../domain/message/message'
import type { Verification } from '../../domain/verification'
import type { Subject } from '../../domain/words'
import { pageOfLink, unfinishedOf } from '../batch/sharedLink'
import type { Deps } from '../kit/deps'
import { figures } from '../workplace/figures'

/** What a message says and where it leads; `later`: not now, but at this time. */
export type Content = { said: Said; page: string; later?: undefined } | { later: number }

const day = 24 * 3600_000
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
export function contentOf(deps: Deps, message: Message): Promise<Content | null> {
  if (message.kind === 'weekly') return weekOf(deps, message)
  if (message.kind !== 'reminder') return endOf(deps, message)
  return message.about.startsWith('v_') ? invitationOf(deps, message) : linkOf(deps, message)
}

/** Of the seven days before today, for whoever is still an operator. */
async function weekOf(deps: Deps, { about, owner }: Message): Promise<Content | null> {
  if (!(await deps.store.get('operators', about))) return null
  const time = deps.clock()
  const until = nextDay(time - day)
  const { verifications } = await figures(deps, owner, { from: until - 7 * day, until })
  const of = (states: readonly State[]) => states.reduce((sum, state) => sum + verifications.states[state], 0)
  const said = {
    time,
    done: of(['verified']),
    waiting: of(['created', 'indeterminate', 'ready', 'processing']),
    failed: of(['rejected', 'expired']),
    hint: '点这里看工作台',
  }
  return { page: 'packages/workplace/home/index', said }
}

async function endOf(deps: Deps, { about }: Message): Promise<Content | null> {
  const found = await deps.store.get('verifications', about)
  if (!found || found.owner === '') return null
  const { subject, state, updatedAt: time } = found
  const outcome = outcomes[state]
  const hint = state === 'verified' ? '点这里查看结果' : '点这里看下一步怎么办'
  const from = deps.config.policy.controller
  return outcome
    ? { page: pageOf(found), said: { matter: matters[subject], outcome, time, from, hint } }
    : null
}

async function invitationOf(deps: Deps, { about }: Message): Promise<Content | null> {
  const found = await deps.store.get('verifications', about)
  if (!found?.invitationId || !isOpen(found.state)) return null
  const invitation = await deps.store.get('invitations', found.invitationId)
  if (!invitation || finalInvitationStates.includes(invitation.state)) return null
  return reminderOf(deps, { page: pageOf(found), matter: invitation.title, until: invitation.expiresAt })
}

async function linkOf(deps: Deps, { about }: Message): Promise<Content | null> {
  const link = await deps.store.get('links', about)
  if (!link) return null
  const rows = await unfinishedOf(deps, link)
  if (rows === 0) return null
  const matter = `企业认证，还有 ${rows} 家没有办完`
  return reminderOf(deps, { page: pageOfLink(deps, about), matter, until: link.expiresAt })
}

/** By day, and while it can still be done. */
function reminderOf(
  { clock, config }: Deps,
  { page, matter, until }: { page: string; matter: string; until: number },
): Content | null {
  const now = clock()
  const later = byDay(now)
  if (until <= later) return null
  if (later > now) return { later }
  return { page, said: { matter, until, from: config.policy.controller, hint: '还没有办完，点这里接着办' } }
}

const pageOf = ({ _id }: Pick<Verification, '_id'>): string => `${verificationPage}?id=${_id}`
