import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { isComputer } from '../../../entry/device'
import { commonText } from '../../../i18n'
import { toHandover, toHome } from '../../../routes'
import { Ask, Open, Support, UseLink } from './action-buttons'
import { verificationText } from './texts'
import type { PageState } from './use-page'

interface HelpSheetProps {
  view: VerificationView
  phone: string | null
  page: PageState
  onCancel: () => void
  onClose: () => void
}

/** Everything that is not the next step: for whoever cannot or does not want to take it. */
export function HelpSheet({ view, phone, page, onCancel, onClose }: HelpSheetProps) {
  const { nextStep, canCancel, canRetry } = view
  const going = nextStep === 'open' || nextStep === 'confirm'
  const then = (work: Promise<unknown> | undefined) => work?.then(onClose)
  return (
    <Dialog
      id="help-sheet"
      title={verificationText('help')}
      onClose={onClose}
      actions={
        <Button id="help-close" kind="text" onTap={onClose}>
          {verificationText('help.close')}
        </Button>
      }
    >
      <View className="p-help">
        {view.phase === 'act' && <Ask kind="plain" page={page} onTap={() => then(page.ask())} />}
        {going && page.links && <UseLink page={page} onTap={() => then(page.openLink())} />}
        {(nextStep === 'confirm' || nextStep === 'contact') && canRetry && (
          <Open page={page} kind="plain" onTap={() => then(page.open())} />
        )}
        {going && !isComputer() && (
          <Button id="on-phone" kind="plain" onTap={() => toHandover({ id: view.id })}>
            {verificationText('onOtherPhone')}
          </Button>
        )}
        {phone !== null && <Support phone={phone} kind="plain" />}
        {canCancel && (
          <Button
            id="cancel"
            kind="danger"
            loading={page.busy === 'cancel'}
            disabled={page.busy !== null}
            onTap={() => {
              onClose()
              onCancel()
            }}
          >
            {verificationText('cancel')}
          </Button>
        )}
        <Button id="home" kind="plain" onTap={() => toHome()}>
          {commonText('home')}
        </Button>
      </View>
    </Dialog>
  )
}
