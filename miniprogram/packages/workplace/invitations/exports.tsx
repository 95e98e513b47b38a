import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { commonText, failureText } from '../../../i18n'
import { workplaceText } from '../shared/texts'
import type { Exporting } from '../shared/use-export'
import { invitationListText } from './texts'

interface ExportsProps {
  exporting: Exporting
  inCampaign: boolean
}

/** Everything there is as a spreadsheet; filters do not count. */
export function Exports({ exporting, inCampaign }: ExportsProps) {
  const { failure, start } = exporting
  return (
    <Apart>
      <View
        id="invitation-export"
        className="p-invitations__export"
        hoverClass="c-button--pressed"
        aria-role="button"
        aria-disabled={exporting.busy}
        onClick={start}
      >
        {invitationListText(inCampaign ? 'export.campaign' : 'export')}
      </View>
      {failure && (
        <Notice id="export-failed" kind="error" action={{ text: commonText('retry'), onTap: start }}>
          {`${workplaceText('export.failed')}：${failureText(failure)}`}
        </Notice>
      )}
    </Apart>
  )
}
