import { View } from '@tarojs/components'
import type { ActionFailureError } from '../../../cloud/call'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { commonText, failureText } from '../../../i18n'
import './form.css'

interface FormHeadProps {
  lead: string
  failure: ActionFailureError | null
  reload: () => void
  /** Said when what the page is for is not offered. */
  closed: string | null
}

/** What a form is for, and whether it can be used now. */
export function FormHead({ lead, failure, reload, closed }: FormHeadProps) {
  return (
    <Apart>
      <View className="p-form__lead">{lead}</View>
      {failure && (
        <Notice id="config-failed" kind="error" action={{ text: commonText('retry'), onTap: reload }}>
          {failureText(failure)}
        </Notice>
      )}
      {closed !== null && (
        <Notice id="closed" kind="warn">
          {closed}
        </Notice>
      )}
    </Apart>
  )
}
