import { ofBatch, ofInvitation, ofRows, ofVerification } from '../domain/integration/happenings'
import { isBegun } from './batch/isBegun'
import { followHandover } from './handover/handover'
import { tell } from './integration/tell'
import { settleUse } from './invitation/settle'
import type { Follows } from './kit/deps'
import { hasMessages } from './kit/hasMessages'

/** Who wants to know what becomes of a verification, an invitation or a batch: the invitation, the business systems, and its person. */
export const follows: Follows = {
  isBegunElsewhere: isBegun,
  async changed(deps, verifications) {
    for (const each of verifications) await settleUse(deps, each)
    await tell(
      deps,
      verifications.flatMap(each => ofVerification(each, each.outbox)),
    )
    if (!hasMessages(deps)) return
    const { followMessages } = await import('./message/follow')
    await followMessages(deps, verifications)
  },
  invitationsChanged: (deps, invitations) =>
    tell(
      deps,
      invitations.flatMap(each => ofInvitation(each, each.outbox)),
    ),
  batchChanged: (deps, batch) => tell(deps, ofBatch(batch, batch.outbox)),
  rowsChanged: (deps, rows) => tell(deps, ofRows(rows)),
  begun: followHandover,
}
