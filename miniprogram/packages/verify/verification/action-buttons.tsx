import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { toHandover } from '../../../routes'
import { verificationText } from './texts'
import type { PageState } from './use-page'

/** The vendor's page opens on a phone; a link for a browser can be used here. */
export function OnPhone({ view, page }: { view: VerificationView; page: PageState }) {
  return (
    <>
      <Button id="on-phone" onTap={() => toHandover({ id: view.id })}>
        {verificationText('onPhone')}
      </Button>
      <Ask kind="plain" page={page} />
      {page.links && <UseLink page={page} />}
    </>
  )
}

export function Support({ phone }: { phone: string | null }) {
  if (phone === null) {
    return (
      <View id="contact-none" className="p-actions__text">
        {verificationText('contact.none')}
      </View>
    )
  }
  return (
    <Button id="contact" onTap={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}>
      {verificationText('contact', { phone })}
    </Button>
  )
}

/** For those whose WeChat cannot open the vendor's page. */
export function UseLink({ page }: { page: PageState }) {
  const asking = page.busy === 'link'
  const again = page.handoff.held?.kind === 'webUrl'
  return (
    <Button id="use-link" kind="text" loading={asking} disabled={page.busy !== null} onTap={page.openLink}>
      {verificationText(asking ? 'useLink.busy' : again ? 'useLink.again' : 'useLink')}
    </Button>
  )
}

export function Ask({ kind, page }: { kind: 'primary' | 'plain'; page: PageState }) {
  const asking = page.busy === 'refresh'
  return (
    <Button id="refresh" kind={kind} loading={asking} disabled={page.busy !== null} onTap={page.ask}>
      {verificationText(asking ? 'refreshing' : 'refresh')}
    </Button>
  )
}
