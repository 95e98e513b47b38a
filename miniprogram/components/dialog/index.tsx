import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.css'

interface DialogProps {
  id: string
  title: string
  children: ReactNode
  actions: ReactNode
  onClose: () => void
}

/** A sheet from below. Tapping beside it closes it and decides nothing. */
export function Dialog({ id, title, children, actions, onClose }: DialogProps) {
  return (
    <View id={id} className="c-dialog" aria-role="dialog" aria-label={title}>
      <View className="c-dialog__mask" catchMove aria-hidden onClick={onClose} />
      <View className="c-dialog__sheet">
        <View className="c-dialog__title">{title}</View>
        <ScrollView className="c-dialog__body" scrollY>
          {children}
        </ScrollView>
        <View className="c-dialog__actions">{actions}</View>
      </View>
    </View>
  )
}
