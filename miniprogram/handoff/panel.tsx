import { Image, View } from '@tarojs/components'
import type { Handoff } from '../cloud/types'
import { Button } from '../components/button'
import { copy } from '../components/copy'
import { useScrollTo } from '../components/use-scroll-to'
import { handoffText } from './texts'
import { validityText } from './validity'
import './panel.css'

interface HandoffPanelProps {
  handoff: Handoff
  vendor: string
  /** Called in the tap itself: WeChat lets a page jump to another mini-program only from there. */
  onOpen: (handoff: Handoff) => void
}

/** A handoff that needs the user: a jump that wants a tap, a code to scan, a link to copy. */
export function HandoffPanel({ handoff, vendor, onOpen }: HandoffPanelProps) {
  // It may appear above the button that asked for it.
  useScrollTo('handoff-panel', handoff)
  return (
    <View id="handoff-panel" className="h-panel">
      <Ways handoff={handoff} vendor={vendor} onOpen={onOpen} />
    </View>
  )
}

function Ways({ handoff, vendor, onOpen }: HandoffPanelProps) {
  switch (handoff.kind) {
    case 'plugin':
    case 'miniProgram':
      return (
        <>
          <View className="h-panel__text">{handoffText('miniProgram', { vendor })}</View>
          <Button id="handoff-open" onTap={() => onOpen(handoff)}>
            {handoffText('miniProgram.open', { vendor })}
          </Button>
        </>
      )
    case 'qrImage':
      return (
        <>
          <View className="h-panel__text">{handoffText('qrImage')}</View>
          <Image
            id="handoff-qr"
            className="h-panel__qr"
            src={handoff.url}
            showMenuByLongpress
            aria-label={handoffText('qr')}
          />
          <Validity expiresAt={handoff.expiresAt} />
        </>
      )
    case 'webUrl':
      return (
        <>
          <View className="h-panel__text">{handoffText('webUrl')}</View>
          <Image
            id="handoff-qr"
            className="h-panel__qr"
            src={handoff.qrImage}
            showMenuByLongpress
            aria-label={handoffText('qr')}
          />
          <View className="h-panel__copy">
            <Button id="handoff-copy" onTap={() => copy(handoff.url)}>
              {handoffText('copy')}
            </Button>
          </View>
          <Validity expiresAt={handoff.expiresAt} />
          {handoff.singleUse && (
            <View id="handoff-once" className="h-panel__note">
              {handoffText('once')}
            </View>
          )}
        </>
      )
  }
}

function Validity({ expiresAt }: { expiresAt: number | null }) {
  return (
    <View id="handoff-validity" className="h-panel__note">
      {validityText(expiresAt, Date.now())}
    </View>
  )
}
