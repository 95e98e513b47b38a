import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card-list.css'

interface CardProps {
  id: string
  name: string
  note: string
  /** Beside the name. */
  tag?: ReactNode
  bar: ReactNode
  /** Below the bar; each line its own. */
  children: ReactNode
  onTap: () => void
}

/** Something made from a spreadsheet, at a glance: what it is and how far it got. */
export function Card({ id, name, note, tag, bar, children, onTap }: CardProps) {
  return (
    <View id={id} className="b-card" hoverClass="c-cell--pressed" aria-role="button" onClick={onTap}>
      <View className="b-card__head">
        <View className="b-card__name">{name}</View>
        {tag}
      </View>
      <View className="b-card__note">{note}</View>
      <View className="b-card__bar">{bar}</View>
      <View className="b-card__note">{children}</View>
    </View>
  )
}
