import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Notice } from '../../../components/notice'
import { ResultIcon } from '../../../components/result-icon'
import { clock, left } from '../../../i18n/time'
import { detailText } from '../../../status/detail-texts'
import { headline } from '../../../status/headline'
import { problemText } from '../../../status/problem-texts'
import { statusText } from '../../../status/texts'
import { verificationText } from './texts'

interface StatusCardProps {
  view: VerificationView
  vendor: string
  now: number
}

/** Where the verification stands, in one picture and one sentence. */
export function StatusCard({ view, vendor, now }: StatusCardProps) {
  const { icon, title, detail } = headline(view)
  const rest = view.nextStep === 'open' ? left(view.expiresAt, now) : null
  // Verified before, and nothing shows by whom.
  const limited = view.already && view.phase !== 'act' && (view.assurance ?? 'account') === 'account'
  // A problem says more than the general sentence; while waiting both are needed.
  const told = view.problem === null || view.phase === 'wait'
  return (
    <View className="p-status">
      <ResultIcon kind={icon} />
      <View id="status-title" className="p-status__title">
        {statusText(title)}
      </View>
      {told && (
        <View id="status-detail" className="p-status__detail">
          {detailText(detail, { vendor })}
        </View>
      )}
      {view.missing === 'attempt' && view.phase === 'act' && (
        <Notice id="missing-attempt" kind="warn">
          {verificationText(`missing.attempt.${view.subject}`, { vendor })}
        </Notice>
      )}
      {limited && (
        <View id="already-limits" className="p-status__detail">
          {detailText(view.subject === 'person' ? 'already.person.limits' : 'already.limits')}
        </View>
      )}
      {rest !== null && (
        <View className="p-status__expires">
          {verificationText('expires', { time: clock(view.expiresAt), left: rest })}
        </View>
      )}
      {view.problem && (
        <Notice id="problem" kind="warn">
          {problemText(`problem.${view.problem.code}`, { vendor })}
        </Notice>
      )}
    </View>
  )
}
