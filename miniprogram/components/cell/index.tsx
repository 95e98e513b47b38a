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

export function Cell({ id, title, note, value, onTap, children }: CellProps) {
  const body = (
    <>
      <View className="c-cell__main">
        <View className="c-cell__title">{title}</View>
        {note && <View className="c-cell__note">{note}</View>}
      </View>
      {value !== undefined && <Text className="c-cell__value">{value}</Text>}
      {children}
      {onTap && <View className="c-cell__arrow" />}
    </>
  )
  if (!onTap) {
    return (
      <View id={id} className="c-cell">
        {body}
      </View>
    )
  }
  return (
    <View
      id={id}
      className="c-cell c-cell--tappable"
      hoverClass="c-cell--pressed"
      aria-role="button"
      onClick={onTap}
    >
      {body}
    </View>
  )
}
