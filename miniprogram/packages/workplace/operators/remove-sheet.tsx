import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { ot } from './texts'
import { nameOf, type Operator } from './words'

interface RemoveSheetProps {
  operator: Operator
  onYes: () => void
  onClose: () => void
}

/** Names whom it is about; oneself is warned that there is no way back alone. */
export function RemoveSheet({ operator, onYes, onClose }: RemoveSheetProps) {
  const kind = operator.self ? 'leave' : 'remove'
  return (
    <Dialog
      id="operator-remove-sheet"
      title={ot(`${kind}.title`, { name: nameOf(operator) })}
      onClose={onClose}
      actions={
        <>
          <Button id="operator-remove-no" onTap={onClose}>
            {ot(`${kind}.no`)}
          </Button>
          <Button
            id="operator-remove-yes"
            kind="danger"
            onTap={() => {
              onClose()
              onYes()
            }}
          >
            {ot(`${kind}.yes`)}
          </Button>
        </>
      }
    >
      <View>{ot(`${kind}.text`)}</View>
      <View className="p-operators__asked">{ot(`${kind}.again`)}</View>
    </Dialog>
  )
}
