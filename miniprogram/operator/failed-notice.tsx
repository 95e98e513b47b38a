import type { ActionFailureError } from '../cloud/call'
import { Apart } from '../components/apart'
import { Notice } from '../components/notice'
import { commonText, failureText } from '../i18n'

interface FailedNoticeProps {
  failure: ActionFailureError | null
  retry: () => void
}

/** What could not be loaded, and the way to try it again. Ids: `failed`, `failed-action`. */
export function FailedNotice({ failure, retry }: FailedNoticeProps) {
  return (
    <Apart>
      {failure && (
        <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: retry }}>
          {failureText(failure)}
        </Notice>
      )}
    </Apart>
  )
}
