import { Button as Native } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import './index.css'

export type ButtonKind = 'primary' | 'plain' | 'danger' | 'text'

interface ButtonProps {
  id: string
  children: ReactNode
  onTap: () => void
  kind?: ButtonKind
  loading?: boolean
  disabled?: boolean
}

export function Button({ id, children, onTap, kind = 'primary', loading, disabled }: ButtonProps) {
  const off = Boolean(disabled || loading)
  const className = classes(`c-button c-button--${kind}`, { 'c-button--off': off })
  return (
    <Native
      id={id}
      className={className}
      hoverClass="c-button--pressed"
      disabled={off}
      loading={Boolean(loading)}
      onClick={onTap}
    >
      {children}
    </Native>
  )
}
