import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { verificationText } from './texts'

interface CancelSheetProps {
  onConfirm: () => void
  onClose: () => void
}

export function CancelSheet({ onConfirm, onClose }: CancelSheetProps) {
  return (
    <Dialog
      id="cancel-sheet"
      title={verificationText('cancel.title')}
      onClose={onClose}
      actions={
        <>
          <Button id="cancel-no" onTap={onClose}>
            {verificationText('cancel.no')}
          </Button>
          <Button id="cancel-yes" kind="danger" onTap={onConfirm}>
            {verificationText('cancel.yes')}
          </Button>
        </>
      }
    >
      <View>{verificationText('cancel.text')}</View>
    </Dialog>
  )
}
