import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Dialog } from '../../../components/dialog'
import { rt } from './texts'

interface AskSheetProps {
  /** Of the act: the sheet is `${id}-sheet`, its buttons `${id}-yes` and `${id}-no`. */
  id: string
  title: string
  texts: readonly string[]
  yes: string
  danger: boolean
  onYes: () => void
  onClose: () => void
}

/** Asks before what cannot be taken back; where it is risky, leaving it alone comes first. */
export function AskSheet({ id, title, texts, yes, danger, onYes, onClose }: AskSheetProps) {
  const go = (
    <Button
      id={`${id}-yes`}
      kind={danger ? 'danger' : 'primary'}
      onTap={() => {
        onClose()
        onYes()
      }}
    >
      {yes}
    </Button>
  )
  const leave = (
    <Button id={`${id}-no`} kind={danger ? 'primary' : 'text'} onTap={onClose}>
      {rt('sheet.no')}
    </Button>
  )
  return (
    <Dialog
      id={`${id}-sheet`}
      title={title}
      onClose={onClose}
      actions={
        <>
          {danger ? leave : go}
          {danger ? go : leave}
        </>
      }
    >
      {texts.map(text => (
        <View key={text} className="p-row__asked">
          {text}
        </View>
      ))}
    </Dialog>
  )
}
