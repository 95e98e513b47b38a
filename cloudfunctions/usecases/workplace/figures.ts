import type { FiguresResult } from '../../contract/workplace'
import { ActionError } from '../../domain/errors'
import { type CountedInvitation, type CountedVerification, figuresOf } from '../../domain/figures'
import type { Invitation } from '../../domain/invitation/invitation'
import type { Verification } from '../../domain/verification'
import type { Deps } from '../kit/deps'
import { madeWithin } from '../kit/madeWithin'
import { allPages, pageSize } from '../kit/pages'

const longestRange = 92 * 24 * 3600_000
const mostDocuments = 20_000

interface Range {
  from: number
  until: number
}

/** What was made from `from` on and before `until`, in numbers. Throws RANGE_TOO_LARGE. */
export async function figures(deps: Deps, _openid: string, { from, until }: Range): Promise<FiguresResult> {
  if (until - from > longestRange) throw new ActionError('RANGE_TOO_LARGE')
  const [verifications, invitations] = await Promise.all([
    verificationsOf(deps, { from, until }),
    invitationsOf(deps, { from, until }),
  ])
  if (verifications.length + invitations.length > mostDocuments) throw new ActionError('RANGE_TOO_LARGE')
  return figuresOf({ from, until }, verifications, invitations)
}

function verificationsOf({ store }: Deps, { from, until }: Range): Promise<CountedVerification[]> {
  return allPages(mostDocuments, after =>
    store.find('verifications', {
      where: [...madeWithin<Verification>(from, until), ['listKey', 'gt', after]],
      fields: ['listKey', 'vendor', 'state', 'reason', 'problem', 'already', 'createdAt', 'history'],
      orderBy: [['listKey', 'asc']],
      limit: pageSize,
    }),
  )
}

function invitationsOf({ store }: Deps, { from, until }: Range): Promise<CountedInvitation[]> {
  return allPages(mostDocuments, after =>
    store.find('invitations', {
      where: [...madeWithin<Invitation>(from, until), ['listKey', 'gt', after]],
      fields: ['listKey', 'openedAt', 'begun', 'state'],
      orderBy: [['listKey', 'asc']],
      limit: pageSize,
    }),
  )
}
