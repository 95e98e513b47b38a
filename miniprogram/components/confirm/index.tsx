import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button, type ButtonKind } from '../button'
import { Dialog } from '../dialog'
import './index.css'

interface ConfirmProps {
  /** Of the act: the sheet is `${id}-sheet`, its buttons `${id}-yes` and `${id}-no`. */
  id: string
  /** Where the button that does it goes by another id. */
  yesId?: string
  title: string
  texts: readonly string[]
  children?: ReactNode
  yes: string
  no: string
  /** How the act looks; leaving it alone comes first unless it is `primary`. */
  kind: ButtonKind
  onYes: () => void
  onClose: () => void
}

/** Asks before something is done that others notice or that cannot be taken back. Closes before it acts. */
export function Confirm(props: ConfirmProps) {
  const { id, yesId = `${id}-yes`, title, texts, children, yes, no, kind, onYes, onClose } = props
  const primary = kind === 'primary'
  const go = (
    <Button
      id={yesId}
      kind={kind}
      onTap={() => {
        onClose()
        onYes()
      }}
    >
      {yes}
    </Button>
  )
  const leave = (
    <Button id={`${id}-no`} kind={primary ? 'text' : 'primary'} onTap={onClose}>
      {no}
    </Button>
  )
  return (
    <Dialog
      id={`${id}-sheet`}
      title={title}
      onClose={onClose}
      actions={
        <>
          {primary ? go : leave}
          {primary ? leave : go}
        </>
      }
    >
      {texts.map(text => (
        <View key={text} className="c-confirm__text">
          {text}
        </View>
      ))}
      {children}
    </Dialog>
  )
}
