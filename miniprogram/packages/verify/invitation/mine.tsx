import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { ResultIcon } from '../../../components/result-icon'
import { t } from '../../../i18n'
import { toVerification } from '../../../routes'
import { headline } from '../../../status/headline'
import { nt } from './texts'

interface MineProps {
  view: VerificationView
  /** The inviting side asks for one more step. */
  leadsOn: boolean
}

/** Where one's own verification stands. */
export function Mine({ view, leadsOn }: MineProps) {
  const { icon, title, detail } = headline(view)
  // That nothing is left to do would contradict the step below.
  const told = !(leadsOn && view.state === 'verified' && !view.already)
  return (
    <View id="mine" className="p-invitation__card">
      <ResultIcon kind={icon} />
      <View id="mine-title" className="p-invitation__state">
        {t(title)}
      </View>
      <View id="mine-detail" className="p-invitation__detail">
        {told ? t(detail, { vendor: t(`vendor.${view.vendor}`) }) : ''}
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
        {nt(goesOn ? 'continue' : view.phase === 'failed' ? 'look.before' : 'look')}
      </Button>
    </View>
  )
}
