import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Notice } from '../../../components/notice'
import { ResultIcon } from '../../../components/result-icon'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { headline } from '../../../status/headline'
import { problemText } from '../../../status/problem-texts'
import { stateTag } from '../shared/states'
import { verificationText } from './texts'

/** How it stands, said to somebody else than the person. */
export function StateCard({ view }: { view: VerificationView }) {
  const vendor = useVendorName()(view.vendor)
  const open = view.phase === 'act' || view.phase === 'wait'
  return (
    <View className="p-case__state">
      <ResultIcon kind={headline(view).icon} />
      <View id="case-state" className="p-case__title">
        {stateTag(view).text}
      </View>
      <View id="case-detail" className="p-case__detail">
        {view.reviewing && open && <View>{verificationText('status.reviewing')}</View>}
        {view.already && <View>{verificationText('status.already')}</View>}
        {open && <View>{verificationText('status.expires', { time: clock(view.expiresAt) })}</View>}
      </View>
      {view.problem && (
        <Notice id="problem" kind="warn">
          {problemText(`problem.${view.problem.code}`, { vendor })}
        </Notice>
      )}
    </View>
  )
}
