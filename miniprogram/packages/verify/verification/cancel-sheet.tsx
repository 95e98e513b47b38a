import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { t } from '../../../i18n'

interface CancelSheetProps {
  onConfirm: () => void
  onClose: () => void
}

export function CancelSheet({ onConfirm, onClose }: CancelSheetProps) {
  return (
    <Dialog
      id="cancel-sheet"
      title={t('verification.cancel.title')}
      onClose={onClose}
      actions={
        <>
          <Button id="cancel-no" onTap={onClose}>
            {t('verification.cancel.no')}
          </Button>
          <Button id="cancel-yes" kind="danger" onTap={onConfirm}>
            {t('verification.cancel.yes')}
          </Button>
        </>
      }
    >
      <View>{t('verification.cancel.text')}</View>
    </Dialog>
  )
}
