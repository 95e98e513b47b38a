import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
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
  const [offer, setOffer] = useState<InvitationOffer | null>(null)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const requests = useRef(0)

  const ask = useCallback(
    async (action: 'invitation.open' | 'invitation.finish') => {
      if (token === null) return
      requests.current += 1
      const request = requests.current
      try {
        const answer = await callAction(action, { token })
        if (request !== requests.current) return
        setOffer(answer)
        setFailure(null)
      } catch (error) {
        if (request === requests.current) setFailure(toFailure(error))
      }
    },
    [token],
  )
  const load = useCallback(() => ask('invitation.open'), [ask])
  const finish = useCallback(() => ask('invitation.finish'), [ask])

  return { offer, failure, load, finish }
}
