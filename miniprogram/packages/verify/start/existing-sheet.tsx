import { View } from '@tarojs/components'
import type { VerificationView } from '../../../cloud/types'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { startText } from './texts'
import type { Start } from './use-start'

interface ExistingSheetProps {
  existing: VerificationView
  start: Start
}

/** There is an open verification already: take it up, or give it up on purpose. */
export function ExistingSheet({ existing, start }: ExistingSheetProps) {
  return (
    <Dialog
      id="existing-sheet"
      title={startText('existing.title')}
      onClose={start.dismiss}
      actions={
        <>
          <Button id="existing-continue" onTap={() => start.resume(existing)}>
            {startText('existing.continue')}
          </Button>
          {existing.canCancel && (
            <Button id="existing-restart" kind="danger" onTap={() => start.replace(existing)}>
              {startText('existing.restart')}
            </Button>
          )}
          <Button id="existing-close" kind="text" onTap={start.dismiss}>
            {startText('existing.close')}
          </Button>
        </>
      }
    >
      <View>{startText('existing.text')}</View>
    </Dialog>
  )
}
