import type { InvitationOffer } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { commonText } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { toHome } from '../../../routes'
import { invitationText } from './texts'

/** Too late, or not for this person: what has become of it and whom to ask. Without an offer there is none. */
export function Closed({ offer }: { offer: InvitationOffer | null }) {
  const kind = offer === null || isMineToUse(offer.standing) ? 'missing' : offer.standing
  const { title = '', controller = '', expiresAt = 0 } = offer ?? {}
  return (
    <Empty
      id={`invitation-${kind}`}
      title={invitationText(`${kind}.title`)}
      text={invitationText(`${kind}.text`, { title, controller, time: clock(expiresAt) })}
    >
      <Button id="home" onTap={() => toHome()}>
        {commonText('home')}
      </Button>
    </Empty>
  )
}

export function isMineToUse(standing: InvitationOffer['standing']): standing is 'open' | 'mine' {
  return standing === 'open' || standing === 'mine'
}
