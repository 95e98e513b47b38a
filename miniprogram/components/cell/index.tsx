import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import './index.css'

interface CellGroupProps {
  children: ReactNode
  title?: string
  note?: string
  hidden?: boolean
  id?: string
}

export function CellGroup({ children, title, note, hidden, id }: CellGroupProps) {
  return (
    <View id={id} className={classes('c-group', { 'c-hidden': hidden })}>
      {title && <View className="c-group__title">{title}</View>}
      <View className="c-group__cells">{children}</View>
      {note && <View className="c-group__note">{note}</View>}
    </View>
  )
}

interface CellProps {
  id?: string
  title: ReactNode
  note?: ReactNode
  value?: ReactNode
  onTap?: () => void
  children?: ReactNode
}

/** A line: its parts lie side by side in one box, for every box around them is sent to the view as well. */
export function Cell({ id, title, note, value, onTap, children }: CellProps) {
  const body = (
    <>
      <View className="c-cell__title">{title}</View>
      {note && <View className="c-cell__note">{note}</View>}
      {value !== undefined && <Text className="c-cell__value">{value}</Text>}
      {children && <View className="c-cell__side">{children}</View>}
    </>
  )
  const className = classes('c-cell', { 'c-cell--noted': Boolean(note), 'c-cell--tappable': Boolean(onTap) })
  if (!onTap) {
    return (
      <View id={id} className={className}>
        {body}
      </View>
    )
  }
  return (
    <View id={id} className={className} hoverClass="c-cell--pressed" aria-role="button" onClick={onTap}>
      {body}
    </View>
  )
}
