import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { isComputer } from '../../../entry/device'
import { commonText } from '../../../i18n'
import { backToOffer, toHome } from '../../../routes'
import { Ask, OnPhone, Support, UseLink } from './action-buttons'
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
  onCancel: () => void
}

/** What can be done now: the server's next step first. */
export function Actions({ view, phone, page, invitation, onCancel }: ActionsProps) {
  const ended = view.phase === 'done' || view.phase === 'failed'
  return (
    <View className="p-actions">
      {invitation && view.phase === 'done' && (
        <Button id="to-invitation" onTap={() => backToOffer(invitation)}>
          {verificationText('toInvitation')}
        </Button>
      )}
      <NextStep view={view} phone={phone} page={page} invitation={invitation} />
      {invitation && view.phase !== 'done' && view.nextStep !== 'start' && (
        <Button id="to-invitation" kind="text" onTap={() => backToOffer(invitation)}>
          {verificationText('toInvitation')}
        </Button>
      )}
      {view.canCancel && (
        <Button
          id="cancel"
          kind="text"
          loading={page.busy === 'cancel'}
          disabled={page.busy !== null}
          onTap={onCancel}
        >
          {verificationText('cancel')}
        </Button>
      )}
      {!(ended && view.nextStep === 'none') && (
        <Button id="home" kind="text" onTap={() => toHome()}>
          {commonText('home')}
        </Button>
      )}
    </View>
  )
}

function NextStep({ view, phone, page, invitation }: Omit<ActionsProps, 'onCancel'>) {
  const { busy } = page
  switch (view.nextStep) {
    case 'open': {
      const first = view.state === 'ready' && view.attempt === 1
      // The panel above has the button that opens it.
      const waiting = page.handoff.held?.kind === 'miniProgram'
      if (isComputer()) return <OnPhone view={view} page={page} />
      return (
        <>
          <Button
            id="open"
            kind={page.handoff.held ? 'plain' : 'primary'}
            loading={busy === 'open'}
            disabled={busy !== null}
            onTap={page.open}
          >
            {verificationText(
              busy === 'open' ? 'opening' : waiting ? 'open.anew' : first ? 'open' : 'open.again',
            )}
          </Button>
          <Ask kind="plain" page={page} />
          {page.links && <UseLink page={page} />}
        </>
      )
    }
    case 'confirm':
      if (isComputer()) return <OnPhone view={view} page={page} />
      return (
        <>
          <ConfirmNumber page={page} />
          <Button id="open" kind="plain" loading={busy === 'open'} disabled={busy !== null} onTap={page.open}>
            {verificationText(busy === 'open' ? 'opening' : 'open.again')}
          </Button>
        </>
      )
    case 'refresh':
      return <Ask kind="primary" page={page} />
    case 'wait':
      return <Ask kind="plain" page={page} />
    case 'start':
      return <Restart view={view} invitation={invitation} />
    case 'contact':
      return (
        <>
          <Support phone={phone} />
          {view.canRetry && (
            <Button
              id="open"
              kind="plain"
              loading={busy === 'open'}
              disabled={busy !== null}
              onTap={page.open}
            >
              {verificationText(busy === 'open' ? 'opening' : 'open.again')}
            </Button>
          )}
        </>
      )
    case 'none':
      return (
        <Button
          id="home"
          kind={invitation && view.phase === 'done' ? 'text' : 'primary'}
          onTap={() => toHome()}
        >
          {commonText('home')}
        </Button>
      )
  }
}
