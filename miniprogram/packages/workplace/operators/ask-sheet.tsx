import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { ot } from './texts'

export interface Question {
  kind: 'remove' | 'leave' | 'withdraw'
  /** Whom it is about. */
  name: string
  act: () => void
}

interface AskSheetProps {
  question: Question
  onClose: () => void
}

/** Before something is taken from somebody: whom it is about and what it means; not doing it comes first. */
export function AskSheet({ question: { kind, name, act }, onClose }: AskSheetProps) {
  return (
    <Dialog
      id={`operator-${kind}-sheet`}
      title={ot(`${kind}.title`, { name })}
      onClose={onClose}
      actions={
        <>
          <Button id={`operator-${kind}-no`} onTap={onClose}>
            {ot(`${kind}.no`)}
          </Button>
          <Button
            id={`operator-${kind}-yes`}
            kind="danger"
            onTap={() => {
              onClose()
              act()
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
