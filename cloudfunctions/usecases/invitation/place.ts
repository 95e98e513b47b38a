import { ActionError } from '../../domain/errors'
import { submissionTime } from '../../domain/guidance'
import type { Invitation, InvitationUse } from '../../domain/invitation/invitation'
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

const rounds = 8

/**
 * Takes a place of the invitation for a verification: the person's own again, or the next free one. A place is a
 * document whose id only one can insert first, so a counted invitation is never used once too often.
 * Throws INVITATION_TAKEN, BUSY.
 */
export async function takePlace(
  deps: Deps,
  invitation: Invitation,
  owner: string,
  verificationId: string,
): Promise<InvitationUse> {
  const { store, clock } = deps
  for (let round = 0; round < rounds; round++) {
    const own = await placeOf(deps, invitation, owner)
    const fresh = { verificationId, state: null, finishedAt: null, updatedAt: clock() }
    if (own) {
      if (own.verificationId === verificationId) return own
      if (await store.replace('invitation_uses', own._id, own.version, fresh))
        return { ...own, ...fresh, version: own.version + 1 }
      continue
    }
    const uses = await usesOf(deps, invitation)
    const place = firstFree(new Set(uses.map(each => each.place)), invitation.most)
    if (place === null) {
      const left = await leftBehind(deps, uses)
      if (!left) throw new ActionError('INVITATION_TAKEN', 'token')
      await store.remove('invitation_uses', left._id, left.version)
      continue
    }
    const use = {
      _id: `${invitation._id}_${invitation.edition}_${String(place).padStart(4, '0')}`,
      version: 1,
      invitationId: invitation._id,
      edition: invitation.edition,
      place,
      owner,
      ...fresh,
      createdAt: clock(),
    }
    if (await store.insert('invitation_uses', use)) return use
  }
  throw new ActionError('BUSY')
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
