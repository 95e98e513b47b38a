import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { becomeCampaign } from '../../../routes'
import { inviteText } from './texts'
import type { Created } from './use-invite'

/** Said before the campaign: it is about the file, of which the campaign knows nothing. */
export function CreatedSheet({ created: { campaign, unknownHeadings } }: { created: Created }) {
  const go = () => becomeCampaign(campaign.id)
  return (
    <Dialog
      id="created-sheet"
      title={inviteText('created.title', { total: campaign.total })}
      onClose={go}
      actions={
        <Button id="created-go" onTap={go}>
          {inviteText('created.go')}
        </Button>
      }
    >
      <View>{inviteText('created.unknown', { headings: unknownHeadings.join('、') })}</View>
    </Dialog>
  )
}
