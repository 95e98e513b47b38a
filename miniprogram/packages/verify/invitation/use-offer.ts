import { useCallback } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import type { InvitationOffer } from '../../../cloud/types'

export interface OfferState {
  offer: InvitationOffer | null
  /** What went wrong last; an offer of before stays. */
  failure: ActionFailureError | null
  load: () => Promise<void>
  finish: () => Promise<void>
}

/** An invitation as the server tells it to whoever has scanned it. Answers that were overtaken are dropped. */
export function useOffer(token: string | null): OfferState {
  const { answer: offer, failure, ask } = useAnswer<InvitationOffer>()
  const call = useCallback(
    async (action: 'invitation.open' | 'invitation.finish') => {
      if (token !== null) await ask(() => callAction(action, { token }))
    },
    [ask, token],
  )
  const load = useCallback(() => call('invitation.open'), [call])
  const finish = useCallback(() => call('invitation.finish'), [call])

  return { offer, failure, load, finish }
}
