import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { homeText } from '../texts'

interface PanelProps {
  id: string
  title: string
  note?: string
  /** There is nothing to draw. */
  empty: boolean
  /** What is said then. */
  emptyText?: string
  children: ReactNode
}

/** One picture with its title. Ids: `<id>`, and `<id>-empty` in the place of the picture. */
export function Panel({ id, title, note, empty, emptyText = homeText('none'), children }: PanelProps) {
  return (
    <View id={id} className="p-panel">
      <View className="p-panel__title">{title}</View>
      {empty ? (
        <View id={`${id}-empty`} className="p-panel__empty">
          {emptyText}
        </View>
      ) : (
        <>
          {note && <View className="p-panel__note">{note}</View>}
          {children}
        </>
      )}
    </View>
  )
}
