import { Button as Native } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import '../button/index.css'

interface PhoneButtonProps {
  id: string
  children: ReactNode
  /** What WeChat answers: `code` when the user agreed, otherwise why not. */
  onAnswer: (answer: PhoneAnswer) => void
  /** `quiet`: beside a field that can also be typed in. */
  kind?: 'primary' | 'quiet'
  loading?: boolean
  disabled?: boolean
}

export interface PhoneAnswer {
  code?: string | undefined
  errMsg: string
}

/** A button that makes WeChat ask for the phone number; the number itself never reaches the page. */
export function PhoneButton({
  id,
  children,
  onAnswer,
  kind = 'primary',
  loading,
  disabled,
}: PhoneButtonProps) {
  const off = Boolean(disabled || loading)
  return (
    <Native
      id={id}
      className={classes(`c-button c-button--${kind}`, { 'c-button--off': off })}
      hoverClass="c-button--pressed"
      openType="getPhoneNumber"
      disabled={off}
      loading={Boolean(loading)}
      onGetPhoneNumber={event => onAnswer(event.detail)}
    >
      {children}
    </Native>
  )
}
