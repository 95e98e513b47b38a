import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { failureText, t } from '../../../i18n'
import { kt } from '../shared/texts'
import type { Exporting } from '../shared/use-export'
import { yt } from './texts'

interface ExportsProps {
  exporting: Exporting
  inCampaign: boolean
}

/** Everything there is as a spreadsheet; filters do not count. */
export function Exports({ exporting, inCampaign }: ExportsProps) {
  const { failure, start } = exporting
  return (
    <View>
      <View
        id="invitation-export"
        className="p-invitations__export"
        hoverClass="c-button--pressed"
        aria-role="button"
        aria-disabled={exporting.busy}
        onClick={start}
      >
        {yt(inCampaign ? 'export.campaign' : 'export')}
      </View>
      {failure && (
        <Notice id="export-failed" kind="error" action={{ text: t('common.retry'), onTap: start }}>
          {`${kt('export.failed')}：${failureText(failure)}`}
        </Notice>
      )}
    </View>
  )
}
