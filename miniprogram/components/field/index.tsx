import { Input, type InputProps, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
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
  /** Below the line: another way to fill it in. */
  children?: ReactNode
}

/** One line of a form; what is wrong with it stands right below. */
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
  children,
}: FieldProps) {
  return (
    <View id={`field-${id}`} className={classes('c-cell c-field', { 'c-field--wrong': Boolean(error) })}>
      <View className="c-field__row">
        <View className="c-field__label">{label}</View>
        <Input
          id={id}
          className="c-field__input"
          placeholderClass="c-field__placeholder"
          aria-label={label}
          value={value}
          type={type}
          maxlength={maxlength}
          placeholder={placeholder ?? ''}
          disabled={Boolean(disabled)}
          onInput={event => onInput(event.detail.value)}
        />
      </View>
      {children && <View className="c-field__more">{children}</View>}
      <View id={`error-${id}`} className="c-field__error" aria-role="alert">
        {error ?? ''}
      </View>
    </View>
  )
}
