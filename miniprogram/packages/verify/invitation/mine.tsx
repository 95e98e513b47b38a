import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { ResultIcon } from '../../../components/result-icon'
import { useVendorName } from '../../../i18n/vendors'
import { toVerification } from '../../../routes'
import { detailText } from '../../../status/detail-texts'
import { headline } from '../../../status/headline'
import { statusText } from '../../../status/texts'
import { invitationText } from './texts'

interface MineProps {
  view: VerificationView
  /** The inviting side asks for one more step. */
  leadsOn: boolean
}

/** Where one's own verification stands. */
export function Mine({ view, leadsOn }: MineProps) {
  const vendorName = useVendorName()
  const { icon, title, detail } = headline(view)
  // That nothing is left to do would contradict the step below.
  const told = !(leadsOn && view.state === 'verified' && !view.already)
  return (
    <View id="mine" className="p-invitation__card">
      <ResultIcon kind={icon} />
      <View id="mine-title" className="p-invitation__state">
        {statusText(title)}
      </View>
      <View id="mine-detail" className="p-invitation__detail">
        {told ? detailText(detail, { vendor: vendorName(view.vendor) }) : ''}
      </View>
    </View>
  )
}

interface LookProps {
  view: VerificationView
  token: string
  /** Something else is to be done first. */
  aside: boolean
}

/** The way to one's own verification. */
export function Look({ view, token, aside }: LookProps) {
  const goesOn = view.phase === 'act'
  return (
    <View className="p-invitation__do">
      <Button
        id="look"
        kind={aside ? 'text' : goesOn ? 'primary' : 'plain'}
        onTap={() => toVerification(view.id, token)}
      >
        {invitationText(goesOn ? 'continue' : view.phase === 'failed' ? 'look.before' : 'look')}
      </Button>
    </View>
  )
}
