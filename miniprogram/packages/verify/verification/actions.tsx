import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { isComputer } from '../../../entry/device'
import { commonText } from '../../../i18n'
import { backToOffer, toHandover, toHome } from '../../../routes'
import { asksForSupport } from '../../../status/headline'
import { Ask, Open, Support } from './action-buttons'
import { ConfirmNumber } from './confirm-number'
import { Restart } from './restart'
import { verificationText } from './texts'
import type { PageState } from './use-page'

interface ActionsProps {
  view: VerificationView
  phone: string | null
  page: PageState
  /** The token of the invitation it answers. */
  invitation: string | null
  onHelp: () => void
}

/** The server's next step, as one button; what else can be done is behind 遇到问题？. */
export function Actions({ view, phone, page, invitation, onHelp }: ActionsProps) {
  const finished = invitation !== null && view.phase === 'done'
  const over = view.phase === 'done' || view.phase === 'failed'
  return (
    <View className="p-actions">
      <NextStep view={view} phone={phone} page={page} invitation={invitation} />
      <Apart>
        {invitation !== null && !finished && view.nextStep !== 'start' && (
          <Button id="to-invitation" kind="text" onTap={() => backToOffer(invitation)}>
            {verificationText('toInvitation')}
          </Button>
        )}
        {over && view.nextStep !== 'contact' && asksForSupport(view) && (
          <Support phone={phone} kind="plain" />
        )}
        {!over && (
          <Button id="help" kind="text" onTap={onHelp}>
            {verificationText('help')}
          </Button>
        )}
      </Apart>
    </View>
  )
}

function NextStep({ view, phone, page, invitation }: Omit<ActionsProps, 'onHelp'>) {
  switch (view.nextStep) {
    case 'open':
      if (isComputer()) return <OnPhone id={view.id} />
      return (
        <Open
          page={page}
          kind={page.handoff.held ? 'text' : 'primary'}
          first={view.state === 'ready' && view.attempt === 1}
        />
      )
    case 'confirm':
      return isComputer() ? <OnPhone id={view.id} /> : <ConfirmNumber page={page} />
    case 'refresh':
    case 'wait':
      return <Ask kind="primary" page={page} />
    case 'start':
      return <Restart view={view} invitation={invitation} />
    case 'contact':
      return <Support phone={phone} kind="primary" />
    case 'none':
      if (invitation !== null && view.phase === 'done') {
        return (
          <Button id="to-invitation" onTap={() => backToOffer(invitation)}>
            {verificationText('toInvitation')}
          </Button>
        )
      }
      return (
        <Button id="home" onTap={() => toHome()}>
          {commonText('home')}
        </Button>
      )
  }
}

/** The vendor's page opens on a phone only. */
function OnPhone({ id }: { id: string }) {
  return (
    <Button id="on-phone" onTap={() => toHandover({ id })}>
      {verificationText('onPhone')}
    </Button>
  )
}
