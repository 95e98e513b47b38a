import type { EraseResult } from '../../contract/personal'
import type { IntegrationEvent } from '../../domain/integration/event'
import { change } from '../../platform/change'
import { eraseInvitation } from '../invitation/erase'
import { recordAct } from '../kit/acts'
import type { Deps } from '../kit/deps'
import { forgetAnswers } from '../kit/once'
import { nobodysConsent } from '../verification/consents'
import { erase } from '../verification/redact'
import { withdrawConsents } from '../verification/stop'
import { everythingOf } from './everything'

/** Erases the caller's data at once and for good. Harmless to repeat; what died half-way is finished by the next. */
export async function eraseMine(deps: Deps, openid: string): Promise<EraseResult> {
  await recordAct(deps, { event: 'myData.erase', operator: '', subject: '', detail: '' })
  return erasePerson(deps, openid)
}

/**
 * Stops first, so that nothing new comes while it goes. That there were verifications, how they ended and their trails
 * stay, and are nobody's. Throws BUSY.
 */
export async function erasePerson(deps: Deps, openid: string): Promise<EraseResult> {
  const { store } = deps
  await withdrawConsents(deps, openid)
  const { verifications, invitations, events } = await everythingOf(deps, openid)
  await forgetNumbers(deps, events)
  for (const { _id } of invitations) await eraseInvitation(deps, _id, '')
  for (const found of verifications) await erase(deps, found)
  await store.updateMany('invitation_uses', [['owner', 'eq', openid]], { set: { owner: '' } })
  await store.updateMany('consents', [['owner', 'eq', openid]], { set: nobodysConsent })
  await store.removeMany('handovers', [['owner', 'eq', openid]])
  await store.removeMany('handovers', [['scannedBy', 'eq', openid]])
  await store.removeMany('messages', [['owner', 'eq', openid]])
  await forgetAnswers(deps, openid)
  return { erased: verifications.length }
}

/** The customer's own number of the matter may lead to the person. */
async function forgetNumbers({ store }: Deps, events: readonly IntegrationEvent[]): Promise<void> {
  for (const { _id } of events)
    await change(store, 'events', _id, ({ data }) => (data.bizId ? { data: { ...data, bizId: '' } } : null))
}

/** The same of an invitee whom nobody knows by his openid, with what is told of it. Harmless to repeat. Throws BUSY. */
export async function eraseInvitee(deps: Deps, id: string, operator: string): Promise<void> {
  await eraseInvitation(deps, id, operator)
  await forgetNumbers(
    deps,
    await deps.store.find('events', { where: [['subjectId', 'in', [id]]], limit: mostEvents }),
  )
}

/** Nothing has as much told of it. */
const mostEvents = 1000
