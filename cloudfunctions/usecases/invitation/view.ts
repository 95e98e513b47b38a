import {
  type CodeForm,
  codeForms,
  type InvitationDetail,
  type InvitationView,
} from '../../contract/invitation'
import type { Invitation, InvitationAuditRow } from '../../domain/invitation/invitation'
import { invitationTransition } from '../../domain/invitation/lifecycle'
import { covers } from '../../domain/roles'
import type { Deps } from '../kit/deps'
import { me } from '../operator/me'
import { filledIn } from './invitee'
import { usesOf } from './settle'

const viewFields = [
  'campaignId',
  'number',
  'subject',
  'title',
  'vendor',
  'bizId',
  'state',
  'maskedName',
  'maskedContact',
  'most',
  'begun',
  'verified',
  'finished',
  'openedAt',
  'createdAt',
  'updatedAt',
  'expiresAt',
] as const satisfies readonly (keyof Invitation & keyof InvitationView)[]

/** Everything a line of the list needs, and nothing that is sealed. */
export const lineFields = ['_id', 'listKey', ...viewFields] as const

export function lineOf(invitation: Pick<Invitation, '_id' | (typeof viewFields)[number]>): InvitationView {
  const shown = Object.fromEntries(viewFields.map(field => [field, invitation[field]]))
  return { id: invitation._id, ...(shown as Pick<Invitation, (typeof viewFields)[number]>) }
}

const mostPeople = 50

/** All an operator may see of one invitation. */
export async function detailOf(
  deps: Deps,
  openid: string,
  invitation: Invitation,
): Promise<InvitationDetail> {
  const { note, mode, redirect, state, sealed } = invitation
  const { fallbackModes = [], editableFields = [] } = invitation
  const { role } = await me(deps, openid)
  const mayAct = role !== null && covers(role, 'operator')
  const uses = await usesOf(deps, invitation)
  return {
    ...lineOf(invitation),
    note,
    mode,
    fallbackModes,
    editableFields,
    redirect,
    filledIn: filledIn(deps, invitation),
    people: uses
      .sort((a, b) => b.createdAt - a.createdAt)
      .slice(0, mostPeople)
      .map(use => ({
        verificationId: use.verificationId,
        state: use.state,
        finishedAt: use.finishedAt,
        at: use.createdAt,
      })),
    history: await historyOf(deps, invitation),
    can: {
      resend: mayAct && sealed !== null && invitationTransition(state, 'operatorResent') !== null,
      revoke: mayAct && invitationTransition(state, 'operatorRevoked') !== null,
      code: mayAct && isAlive(deps, invitation),
    },
    forms: formsOf(deps),
  }
}

/** Whether somebody can still begin on it. */
export function isAlive({ clock }: Deps, { state, expiresAt }: Invitation): boolean {
  return (state === 'pending' || state === 'started') && clock() < expiresAt
}

/** A plain link needs a domain of the customer's. */
export function formsOf({ config }: Deps): CodeForm[] {
  return codeForms.filter(form => form !== 'linkCode' || config.invitationLink !== null)
}

async function historyOf({ store }: Deps, { _id, outbox }: Invitation): Promise<InvitationDetail['history']> {
  const rows = await store.find('audit', {
    where: [['invitationId', 'eq', _id]],
    orderBy: [['sequence', 'asc']],
    limit: 200,
  })
  const written = rows.filter((row): row is InvitationAuditRow => 'invitationId' in row)
  const known = new Set(written.map(row => row._id))
  return [...written, ...outbox.filter(row => !known.has(row._id))].map(({ event, at }) => ({ event, at }))
}
