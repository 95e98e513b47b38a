import { View } from '@tarojs/components'
import { Button } from '../components/button'
import { Dialog } from '../components/dialog'
import { type LeftOut, leftOutText, offersFor, type Reading } from './left-out'
import { operatorText } from './texts'
import './imported-sheet.css'

interface ImportedSheetProps {
  title: string
  created: {
    /** Headings nobody knows are named together, unless `leftOut` names them. */
    answer: { leftOut: readonly LeftOut[]; unknownHeadings: readonly string[] }
    /** What was asked for. */
    reading: Reading
  }
  go: string
  onGo: () => void
  /** Imports once more, beside what was made. */
  onTake: (reading: Reading) => void
}

/** Said before going on: what of the file was not imported, and what of it can still be had. */
export function ImportedSheet(props: ImportedSheetProps) {
  const { title, created, go, onGo, onTake } = props
  const { leftOut, unknownHeadings } = created.answer
  const named = leftOut.map(({ name }) => name)
  const headings = unknownHeadings.filter(each => !named.includes(each))
  const offers = offersFor(leftOut, created.reading)
  return (
    <Dialog
      id="created-sheet"
      title={title}
      onClose={onGo}
      actions={
        <Button id="created-go" onTap={onGo}>
          {go}
        </Button>
      }
    >
      <View>{operatorText('leftOut')}</View>
      {leftOut.map((each, index) => (
        <View
          key={`${each.what} ${each.name} ${each.why}`}
          id={`left-out-${index + 1}`}
          className="b-imported__one"
        >
          {leftOutText(each)}
        </View>
      ))}
      {headings.length > 0 && (
        <View className="b-imported__one">
          {operatorText('leftOut.headings', { headings: headings.join('、') })}
        </View>
      )}
      <View className="b-imported__one">
        {operatorText(offers.length > 0 ? 'take.note' : 'leftOut.hint')}
      </View>
      {/* Within what scrolls: a file may have more sheets than a screen has room for buttons. */}
      <View className="b-imported__offers">
        {offers.map(({ id, text, reading: wanted }) => (
          <Button key={id} id={id} kind="plain" onTap={() => onTake(wanted)}>
            {text}
          </Button>
        ))}
      </View>
    </Dialog>
  )
}
