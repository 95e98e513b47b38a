import { invitationTransition } from '../../domain/invitation/lifecycle'
import type { Deps } from '../kit/deps'
import { commitInvitation, type Step } from './commit'

/** What was filled in about an invitee, and by what he was found: none of it stays. */
export const nobodyInvited = {
  sealed: null,
  searchKeys: [],
  maskedName: '',
  maskedContact: '',
  redactAt: null,
  dueAt: null,
}

/** At once: what can still be taken back is, and its code leads nowhere. `operator`: key; '' for the invitee himself. */
export async function eraseInvitation(deps: Deps, id: string, operator: string): Promise<void> {
  await commitInvitation(deps, id, ({ state, sealed, bizId }) => {
    if (sealed === null && bizId === '') return null
    const to = invitationTransition(state, 'operatorRevoked')
    const revoked: Step[] = to === null ? [] : [{ event: 'operatorRevoked', to, operator }]
    const steps: Step[] = [...revoked, { event: 'redacted', to: to ?? state, operator }]
    return { changes: { ...nobodyInvited, bizId: '' }, steps }
  })
}
