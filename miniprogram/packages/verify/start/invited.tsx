import { useEffect } from 'react'
import type { InvitationOffer, InvitationTerms, Subject } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/skeleton'
import { commonText, failureText } from '../../../i18n'
import { backToOffer } from '../../../routes'
import { useOffer } from '../invitation/use-offer'

/** The invitation a form answers, once it is known that it can be answered here. */
export interface Invited {
  /** The form may be shown. */
  ready: boolean
  offer: (InvitationOffer & { terms: InvitationTerms }) | null
  failure: ReturnType<typeof useOffer>['failure']
  load: () => void
}

/** Loads what the form needs of the invitation; one that cannot be begun goes back to its page, which says why. */
export function useInvited(token: string | null, subject: Subject): Invited {
  const { offer, failure, load } = useOffer(token)
  useEffect(() => {
    load()
  }, [load])

  const usable = offer?.canStart && offer.subject === subject && offer.terms ? offer : null
  const terms = usable?.terms ?? null
  const unusable = token !== null && ((offer !== null && usable === null) || failure?.code === 'NOT_FOUND')
  useEffect(() => {
    if (unusable && token !== null) backToOffer(token)
  }, [unusable, token])

  return {
    ready: token === null || usable !== null,
    offer: usable && terms ? { ...usable, terms } : null,
    failure,
    load,
  }
}

/** What is shown instead of the form meanwhile. */
export function InvitedWait({ failure, load }: Invited) {
  return (
    <Apart>
      {failure ? (
        <Notice id="invitation-failed" kind="error" action={{ text: commonText('retry'), onTap: load }}>
          {failureText(failure)}
        </Notice>
      ) : (
        <Skeleton id="loading" shape={['line', 'cells4', 'button']} />
      )}
    </Apart>
  )
}
