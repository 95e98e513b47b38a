import { View } from '@tarojs/components'
import { Button } from '../components/button'
import { Dialog } from '../components/dialog'
import { LeftOutLines } from './imported-sheet'
import { type Asked, offersFor, type Reading } from './left-out'
import { operatorText } from './texts'

interface SheetQuestionProps {
  question: {
    answer: Asked
    /** What would be read now. */
    reading: Reading
  }
  onTake: (reading: Reading) => void
  onClose: () => void
}

/** Asked before anything is made: what of the file is meant. */
export function SheetQuestion({ question, onTake, onClose }: SheetQuestionProps) {
  const { rows, leftOut } = question.answer
  return (
    <Dialog
      id="sheet-question"
      title={operatorText('take.title')}
      onClose={onClose}
      actions={
        <Button id="take-seen" onTap={() => onTake(question.reading)}>
          {operatorText('take.go', { rows })}
        </Button>
      }
    >
      <View>{operatorText('take.text', { rows })}</View>
      <LeftOutLines leftOut={leftOut} />
      {/* Within what scrolls: a file may have more sheets than a screen has room for buttons. */}
      <View className="b-imported__offers">
        {offersFor(leftOut, question.reading).map(({ id, text, reading }) => (
          <Button key={id} id={id} kind="plain" onTap={() => onTake(reading)}>
            {text}
          </Button>
        ))}
      </View>
    </Dialog>
  )
}
