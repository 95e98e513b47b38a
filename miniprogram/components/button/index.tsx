import { Button as Native } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import './index.css'

export type ButtonKind = 'primary' | 'plain' | 'danger' | 'text'

interface ButtonProps {
  id: string
  children: ReactNode
  /** None where WeChat itself answers the tap. */
  onTap?: () => void
  /** `share`: sends the card of the page to a chat. */
  openType?: 'share'
  kind?: ButtonKind
  loading?: boolean
  disabled?: boolean
}

export function Button({ id, children, onTap, openType, kind = 'primary', loading, disabled }: ButtonProps) {
  const off = Boolean(disabled || loading)
  const className = classes(`c-button c-button--${kind}`, { 'c-button--off': off })
  return (
    <Native
      id={id}
      className={className}
      hoverClass="c-button--pressed"
      disabled={off}
      loading={Boolean(loading)}
      {...(openType && { openType })}
      {...(onTap && { onClick: onTap })}
    >
      {children}
    </Native>
  )
}
