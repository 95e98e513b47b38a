import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.css'

interface NoticeProps {
  id: string
  kind: 'info' | 'warn' | 'error'
  children: ReactNode
  action?: { text: string; onTap: () => void }
}

/** A strip that says what is the matter and, where it helps, what to press. The action's id is `${id}-action`. */
export function Notice({ id, kind, children, action }: NoticeProps) {
  return (
    <View id={id} className={`c-notice c-notice--${kind}`} aria-role="alert">
      <View className="c-notice__text">{children}</View>
      {action && (
        <View
          id={`${id}-action`}
          className="c-notice__action"
          hoverClass="c-button--pressed"
          aria-role="button"
          onClick={action.onTap}
        >
          {action.text}
        </View>
      )}
    </View>
  )
}
