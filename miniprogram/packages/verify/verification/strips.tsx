import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { commonText, failureText } from '../../../i18n'
import { verificationText } from './texts'
import type { PageState } from './use-page'

/** What went wrong lately; the state below stays as it was last known. */
export function Strips({ page, vendor }: { page: PageState; vendor: string }) {
  const { failure, view } = page
  const { trouble } = page.handoff
  const offersLink = page.links && trouble === 'unavailable' && view?.nextStep === 'open'
  const linkAction = offersLink
    ? { text: verificationText('useLink.short'), onTap: page.openLink }
    : undefined
  return (
    <Apart>
      {failure && (
        <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: page.ask }}>
          <View>{failureText(failure)}</View>
          {view && <View>{verificationText('stale')}</View>}
        </Notice>
      )}
      {trouble && (
        <Notice
          id={`handoff-${trouble === 'unavailable' ? 'unavailable' : 'canceled'}`}
          kind="warn"
          action={linkAction}
        >
          {verificationText(trouble, { vendor })}
        </Notice>
      )}
      {page.emptyHanded && (
        <Notice id="not-opened" kind="info">
          {verificationText('notOpened')}
        </Notice>
      )}
    </Apart>
  )
}
