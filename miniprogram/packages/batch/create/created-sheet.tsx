import { View } from '@tarojs/components'
import type { ActionResults } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { becomeBatch } from '../../../routes'
import { createText } from './texts'

/** Said before the board: it is about the file, which the board knows nothing of. */
export function CreatedSheet({ created }: { created: ActionResults['batch.create'] }) {
  const { batch, unknownHeadings } = created
  const go = () => becomeBatch(batch.id)
  return (
    <Dialog
      id="created-sheet"
      title={createText('created.title', { total: batch.total })}
      onClose={go}
      actions={
        <Button id="created-go" onTap={go}>
          {createText('created.go')}
        </Button>
      }
    >
      <View>{createText('created.unknown', { headings: unknownHeadings.join('、') })}</View>
      <View>{createText('created.hint')}</View>
    </Dialog>
  )
}
