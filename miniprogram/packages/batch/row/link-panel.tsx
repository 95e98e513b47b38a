import { Image, View } from '@tarojs/components'
import type { WebUrlHandoff } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { copy } from '../../../components/copy'
import { useScrollTo } from '../../../components/use-scroll-to'
import { clock, left } from '../../../i18n/time'
import { rowText } from './texts'
import '../../../handoff/panel.css'

/** Looks like `HandoffPanel`, but says the opposite: this link is meant to be passed on. */
export function LinkPanel({ link }: { link: WebUrlHandoff }) {
  useScrollTo('link-panel', link)
  return (
    <View id="link-panel" className="h-panel">
      <View className="h-panel__text">{rowText('link.text')}</View>
      <Image
        id="link-qr"
        className="h-panel__qr"
        src={link.qrImage}
        showMenuByLongpress
        aria-label={rowText('link.qr')}
      />
      <View className="h-panel__copy">
        <Button id="link-copy" onTap={() => copy(link.url)}>
          {rowText('link.copy')}
        </Button>
      </View>
      <View id="link-validity" className="h-panel__note">
        {validity(link.expiresAt, Date.now())}
      </View>
    </View>
  )
}

function validity(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return rowText('link.unlimited')
  const rest = left(expiresAt, now)
  return rest === null
    ? rowText('link.expired')
    : rowText('link.until', { time: clock(expiresAt), left: rest })
}
