import { isOpen } from '../../domain/lifecycle'
import type { Message } from '../../domain/message/message'
import type { Verification } from '../../domain/verification'
import { type Changes, change } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { isAboutEnd, mostOfOne } from './rows'

/**
 * What became of verifications is now to be told to those who wanted to know. Sends nothing: not every run may. Harmless
 * to repeat. Throws BUSY.
 */
export async function followMessages(deps: Deps, found: readonly Verification[]): Promise<void> {
  const news = new Map(found.filter(isNews).map(each => [each._id, each]))
  if (news.size === 0) return
  const ids = [...news.keys()]
  const rows = await deps.store.find('messages', {
    where: [['about', 'in', ids]],
    limit: Math.min(1000, ids.length * mostOfOne),
  })
  for (const row of rows) {
    const verification = news.get(row.about)
    if (!verification || !isAboutEnd(row.kind)) continue
    const told = await change(
      deps.store,
      'messages',
      row._id,
      before => step(deps, before, verification),
      row,
    )
    if (told.document?.dueAt) deps.instance.messages.left = true
  }
}

/** That it is looked at by people, or that it has ended; not that its person has ended it. */
const isNews = ({ reviewing, state }: Verification): boolean =>
  reviewing || (!isOpen(state) && state !== 'canceled')

/** Of the two that tell of the end only one goes out: that of the review, where there was one. */
function step(
  { clock }: Pick<Deps, 'clock'>,
  { kind, state, reviewed, dueAt }: Message,
  verification: Verification,
): Changes<'messages'> | null {
  if (state !== 'waiting' || dueAt !== null) return null
  if (isOpen(verification.state)) return reviewed ? null : { reviewed: true }
  const isMine = (kind === 'review') === reviewed
  return isMine ? { dueAt: clock() } : { state: 'over', owner: '' }
}
