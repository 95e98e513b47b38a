import { type InputProps, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { SteadyInput } from '../steady'
import '../cell/index.css'
import './index.css'

export interface FieldProps {
  id: string
  label: string
  value: string
  onInput: (value: string) => void
  placeholder?: string
  type?: InputProps['type']
  /** Signs it takes: of what has a right form, `longest` of its kind (form/typed). */
  maxlength: number
  error?: string | null
  disabled?: boolean
  /** Put into the field when it becomes true. */
  focus?: boolean
  /** The person has gone on to something else. */
  onLeave?: () => void
  /** Below the line: another way to fill it in. */
  children?: ReactNode
}

/** One line of a form; what is wrong with it stands right below. The input lies under its label: all of it can be tapped. */
export function Field({
  id,
  label,
  value,
  onInput,
  placeholder,
  type = 'text',
  maxlength,
  error,
  disabled,
  focus,
  onLeave,
  children,
}: FieldProps) {
  return (
    <View
      id={`field-${id}`}
      className={classes('c-cell c-field c-field--typed', { 'c-field--wrong': Boolean(error) })}
    >
      <View className="c-field__line">
        <View className="c-field__label c-field__over">{label}</View>
        <SteadyInput
          id={id}
          className="c-field__whole"
          placeholderClass="c-field__placeholder"
          aria-label={label}
          value={value}
          type={type}
          maxlength={maxlength}
          placeholder={placeholder ?? ''}
          disabled={Boolean(disabled)}
          focus={Boolean(focus)}
          onInput={event => onInput(event.detail.value)}
          {...(onLeave && { onBlur: onLeave })}
        />
      </View>
      {children && <View className="c-field__more">{children}</View>}
      <View id={`error-${id}`} className="c-field__error" aria-role="alert">
        {error ?? ''}
      </View>
    </View>
  )
}
