import { ActionError } from '../../domain/errors'
import { submissionTime } from '../../domain/guidance'
import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
import { change, contend } from '../../platform/change'
import type { Deps } from '../kit/deps'
import { usesOf } from './settle'

export const placeOf = (
  { store }: Deps,
  { _id, edition }: Pick<Invitation, '_id' | 'edition'>,
  owner: string,
): Promise<InvitationUse | null> =>
  store
    .find('invitation_uses', {
      where: [
        ['invitationId', 'eq', _id],
        ['edition', 'eq', edition],
        ['owner', 'eq', owner],
      ],
      limit: 1,
    })
    .then(([use]) => use ?? null)

/**
 * Takes a place of the invitation for a verification: the person's own again, or the next free one. A place is a
 * document whose id only one can insert first, so a counted invitation is never used once too often.
 * Throws INVITATION_TAKEN, BUSY.
 */
export function takePlace(
  deps: Deps,
  invitation: Invitation,
  owner: string,
  verificationId: string,
): Promise<InvitationUse> {
  return contend(async () => {
    const fresh = { verificationId, state: null, finishedAt: null, updatedAt: deps.clock() }
    const own = await placeOf(deps, invitation, owner)
    const use = own
      ? await takenAgain(deps, own, fresh)
      : await takenFirst(deps, invitation, { owner, ...fresh })
    return use && { won: use }
  })
}

type Taking = Pick<InvitationUse, 'verificationId' | 'state' | 'finishedAt' | 'updatedAt'>

/** null: given to somebody else meanwhile. */
async function takenAgain({ store }: Deps, own: InvitationUse, fresh: Taking): Promise<InvitationUse | null> {
  const decide = (now: InvitationUse) =>
    now.owner === own.owner && now.verificationId !== fresh.verificationId ? fresh : null
  const { document } = await change(store, 'invitation_uses', own._id, decide)
  return document?.owner === own.owner ? document : null
}

/** null: somebody else was first, or a place has just come free. */
async function takenFirst(
  deps: Deps,
  invitation: Invitation,
  taking: Taking & { owner: string },
): Promise<InvitationUse | null> {
  const { store, clock } = deps
  const uses = await usesOf(deps, invitation)
  const place = firstFree(new Set(uses.map(each => each.place)), invitation.most)
  if (place === null) {
    const left = await leftBehind(deps, uses)
    if (!left) throw new ActionError('INVITATION_TAKEN', 'token')
    await store.remove('invitation_uses', left._id, left.version)
    return null
  }
  const use = {
    _id: `${invitation._id}_${invitation.edition}_${String(place).padStart(4, '0')}`,
    version: 1,
    invitationId: invitation._id,
    edition: invitation.edition,
    place,
    ...taking,
    createdAt: clock(),
  }
  return (await store.insert('invitation_uses', use)) ? use : null
}

function firstFree(taken: ReadonlySet<number>, most: number): number | null {
  for (let place = 1; place <= most; place++) if (!taken.has(place)) return place
  return null
}

/** A start that died between taking the place and writing its verification holds it for nobody. */
async function leftBehind({ store, clock }: Deps, uses: InvitationUse[]): Promise<InvitationUse | null> {
  for (const use of uses) {
    if (use.state !== null || clock() - use.updatedAt < submissionTime) continue
    if (!(await store.get('verifications', use.verificationId))) return use
  }
  return null
}
