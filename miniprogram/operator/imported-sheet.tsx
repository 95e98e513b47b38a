import { View } from '@tarojs/components'
import { Button } from '../components/button'
import { Dialog } from '../components/dialog'
import { type LeftOut, leftOutText } from './left-out'
import { operatorText } from './texts'
import './imported-sheet.css'

interface ImportedSheetProps {
  title: string
  /** Headings nobody knows are named together, unless `leftOut` names them. */
  created: { leftOut: readonly LeftOut[]; unknownHeadings: readonly string[] }
  go: string
  onGo: () => void
}

/** Said before going on: what of the file was not imported. */
export function ImportedSheet({ title, created, go, onGo }: ImportedSheetProps) {
  const { leftOut, unknownHeadings } = created
  const named = leftOut.map(({ name }) => name)
  const headings = unknownHeadings.filter(each => !named.includes(each))
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
      <LeftOutLines leftOut={leftOut} />
      {headings.length > 0 && (
        <View className="b-imported__one">
          {operatorText('leftOut.headings', { headings: headings.join('、') })}
        </View>
      )}
      <View className="b-imported__one">{operatorText('leftOut.hint')}</View>
    </Dialog>
  )
}

/** One line each. */
export function LeftOutLines({ leftOut }: { leftOut: readonly LeftOut[] }) {
  return (
    <>
      {leftOut.map((each, index) => (
        <View
          key={`${each.what} ${each.name} ${each.why}`}
          id={`left-out-${index + 1}`}
          className="b-imported__one"
        >
          {leftOutText(each)}
        </View>
      ))}
    </>
  )
}
