import { View } from '@tarojs/components'
import type { Assurance, Subject, VerificationView } from '../../../cloud/types'
import { Notice } from '../../../components/notice'
import { ResultIcon } from '../../../components/result-icon'
import { type Key, t } from '../../../i18n'
import { clock, left } from '../../../i18n/time'
import { headline } from '../../../status/headline'

interface StatusCardProps {
  view: VerificationView
  vendor: string
  now: number
}

/** Where the verification stands, in one picture and one sentence. */
export function StatusCard({ view, vendor, now }: StatusCardProps) {
  const { icon, title, detail } = headline(view)
  const rest = view.nextStep === 'open' ? left(view.expiresAt, now) : null
  // A problem says more than the general sentence; while waiting both are needed.
  const told = view.problem === null || view.phase === 'wait'
  return (
    <View className="p-status">
      <ResultIcon kind={icon} />
      <View id="status-title" className="p-status__title">
        {t(title)}
      </View>
      {view.state === 'verified' && view.assurance && !view.already && (
        <View id="assurance" className="p-status__detail">
          {t(assuranceOf(view.assurance, view.subject), { vendor })}
        </View>
      )}
      {told && (
        <View id="status-detail" className="p-status__detail">
          {t(detail, { vendor })}
        </View>
      )}
      {view.already && (
        <View id="already-limits" className="p-status__detail">
          {t(view.subject === 'person' ? 'state.already.person.limits' : 'state.already.limits')}
        </View>
      )}
      {rest !== null && (
        <View className="p-status__expires">
          {t('verification.expires', { time: clock(view.expiresAt), left: rest })}
        </View>
      )}
      {view.problem && (
        <Notice id="problem" kind="warn">
          {t(`problem.${view.problem.code}`, { vendor })}
        </Notice>
      )}
    </View>
  )
}

/** A company has no account of a person that might have been verified before. */
function assuranceOf(assurance: Assurance, subject: Subject): Key {
  if (assurance === 'account' && subject === 'organization') return 'assurance.account.organization'
  return `assurance.${assurance}`
}
