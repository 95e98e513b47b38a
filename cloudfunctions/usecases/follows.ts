import { ofBatch, ofInvitation, ofRows, ofVerification } from '../domain/integration/happenings'
import { isBegun } from './batch/isBegun'
import { followHandover } from './handover/handover'
import { tell } from './integration/tell'
import { settleUse } from './invitation/settle'
import type { Follows } from './kit/deps'

/** Who wants to know what becomes of a verification, an invitation or a batch: the invitation, then the business systems. */
export const follows: Follows = {
  isBegunElsewhere: isBegun,
  async changed(deps, verifications) {
    for (const each of verifications) await settleUse(deps, each)
    await tell(
      deps,
      verifications.flatMap(each => ofVerification(each, each.outbox)),
    )
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
