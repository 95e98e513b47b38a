import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.css'

interface EmptyProps {
  id: string
  title: string
  text: string
  children?: ReactNode
}

/** A screen on which there is nothing to show, and a way on from it. */
export function Empty({ id, title, text, children }: EmptyProps) {
  return (
    <View id={id} className="c-empty">
      <View className="c-empty__sheet" aria-hidden />
      <View className="c-empty__title">{title}</View>
      <View className="c-empty__text">{text}</View>
      <View className="c-empty__actions">{children}</View>
    </View>
  )
}
