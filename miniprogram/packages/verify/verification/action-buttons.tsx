import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, type ButtonKind } from '../../../components/button'
import { verificationText } from './texts'
import type { PageState } from './use-page'

interface ActProps {
  page: PageState
  kind: ButtonKind
  /** Something else than the act itself. */
  onTap?: () => void
}

/** Support by its number, or in words where none is set. */
export function Support({ phone, kind }: { phone: string | null; kind: ButtonKind }) {
  if (phone === null) {
    return (
      <View id="contact-none" className="p-actions__text">
        {verificationText('contact.none')}
      </View>
    )
  }
  return (
    <Button
      id="contact"
      kind={kind}
      onTap={() => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
    >
      {verificationText('contact', { phone })}
    </Button>
  )
}

/** For those whose WeChat cannot open the vendor's page. */
export function UseLink({ page, onTap }: Omit<ActProps, 'kind'>) {
  const asking = page.busy === 'link'
  const again = page.handoff.held?.kind === 'webUrl'
  return (
    <Button
      id="use-link"
      kind="plain"
      loading={asking}
      disabled={page.busy !== null}
      onTap={onTap ?? page.openLink}
    >
      {verificationText(asking ? 'useLink.busy' : again ? 'useLink.again' : 'useLink')}
    </Button>
  )
}

export function Ask({ kind, page, onTap }: ActProps) {
  const asking = page.busy === 'refresh'
  return (
    <Button id="refresh" kind={kind} loading={asking} disabled={page.busy !== null} onTap={onTap ?? page.ask}>
      {verificationText(asking ? 'refreshing' : 'refresh')}
    </Button>
  )
}

interface OpenProps extends ActProps {
  /** Nobody has been there yet. */
  first?: boolean
}

/** To the vendor's page. Where a panel above has the button that opens it, this one gets the way in anew. */
export function Open({ kind, page, first, onTap }: OpenProps) {
  const busy = page.busy === 'open'
  const waiting = page.handoff.held?.kind === 'miniProgram'
  const text = busy ? 'opening' : waiting ? 'open.anew' : first ? 'open' : 'open.again'
  return (
    <Button id="open" kind={kind} loading={busy} disabled={page.busy !== null} onTap={onTap ?? page.open}>
      {verificationText(text)}
    </Button>
  )
}
