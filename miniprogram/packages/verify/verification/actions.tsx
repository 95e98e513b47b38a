import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { t } from '../../../i18n'
import { becomeForm, toHome } from '../../../routes'
import type { PageState } from './use-page'

interface ActionsProps {
  view: VerificationView
  phone: string | null
  page: PageState
  onCancel: () => void
}

/** What can be done now: the server's next step first. */
export function Actions({ view, phone, page, onCancel }: ActionsProps) {
  const ended = view.phase === 'done' || view.phase === 'failed'
  return (
    <View className="p-actions">
      <NextStep view={view} phone={phone} page={page} />
      {view.canCancel && (
        <Button
          id="cancel"
          kind="text"
          loading={page.busy === 'cancel'}
          disabled={page.busy !== null}
          onTap={onCancel}
        >
          {t('verification.cancel')}
        </Button>
      )}
      {!(ended && view.nextStep === 'none') && (
        <Button id="home" kind="text" onTap={() => toHome()}>
          {t('common.home')}
        </Button>
      )}
    </View>
  )
}

function NextStep({ view, phone, page }: Omit<ActionsProps, 'onCancel'>) {
  const { busy } = page
  switch (view.nextStep) {
    case 'open': {
      const first = view.state === 'ready' && view.attempt === 1
      // The panel above has the button that opens it.
      const waiting = page.handoff.held?.kind === 'miniProgram'
      return (
        <>
          <Button
            id="open"
            kind={page.handoff.held ? 'plain' : 'primary'}
            loading={busy === 'open'}
            disabled={busy !== null}
            onTap={page.open}
          >
            {t(
              busy === 'open'
                ? 'verification.opening'
                : waiting
                  ? 'verification.open.anew'
                  : first
                    ? 'verification.open'
                    : 'verification.open.again',
            )}
          </Button>
          <Ask kind="plain" page={page} />
          {page.links && <UseLink page={page} />}
        </>
      )
    }
    case 'refresh':
      return <Ask kind="primary" page={page} />
    case 'wait':
      return <Ask kind="plain" page={page} />
    case 'start':
      return (
        <Button id="restart" onTap={() => becomeForm(view.subject)}>
          {t('verification.restart')}
        </Button>
      )
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
              {t(busy === 'open' ? 'verification.opening' : 'verification.open.again')}
            </Button>
          )}
        </>
      )
    case 'none':
      return (
        <Button id="home" onTap={() => toHome()}>
          {t('common.home')}
        </Button>
      )
  }
}

function Support({ phone }: { phone: string | null }) {
  if (phone === null) {
    return (
      <View id="contact-none" className="p-actions__text">
        {t('verification.contact.none')}
      </View>
    )
  }
  return (
    <Button id="contact" onTap={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
      {t('verification.contact', { phone })}
    </Button>
  )
}

/** For those whose WeChat cannot open the vendor's page. */
function UseLink({ page }: { page: PageState }) {
  const asking = page.busy === 'link'
  const again = page.handoff.held?.kind === 'webUrl'
  return (
    <Button id="use-link" kind="text" loading={asking} disabled={page.busy !== null} onTap={page.openLink}>
      {t(
        asking ? 'verification.useLink.busy' : again ? 'verification.useLink.again' : 'verification.useLink',
      )}
    </Button>
  )
}

function Ask({ kind, page }: { kind: 'primary' | 'plain'; page: PageState }) {
  const asking = page.busy === 'refresh'
  return (
    <Button id="refresh" kind={kind} loading={asking} disabled={page.busy !== null} onTap={page.ask}>
      {t(asking ? 'verification.refreshing' : 'verification.refresh')}
    </Button>
  )
}
