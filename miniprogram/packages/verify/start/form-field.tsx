import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../../../components/classes'
import { Field, type FieldProps } from '../../../components/field'
import type { Given } from './given'
import { startText } from './texts'
import './form-field.css'

interface FormFieldProps extends FieldProps {
  given?: Given | undefined
  /** Another way to fill it in. */
  children?: ReactNode
}

/** A field to type in, or the line of what is filled in already. */
export function FormField({ given, children, ...field }: FormFieldProps) {
  if (given && !given.changing) return <GivenLine field={field} given={given} />
  return (
    <Field {...field}>
      {children}
      {given && (
        <View
          id={`keep-${field.id}`}
          className="p-given__action"
          hoverClass="c-button--pressed"
          aria-role="button"
          onClick={given.keep}
        >
          {startText('given.keep')}
        </View>
      )}
    </Field>
  )
}

function GivenLine({ field: { id, label, error }, given }: { field: FieldProps; given: Given }) {
  return (
    <View id={`field-${id}`} className={classes('c-cell c-field', { 'c-field--wrong': Boolean(error) })}>
      <View className="c-field__row">
        <View className="c-field__label">{label}</View>
        <View id={`given-${id}`} className="p-given__text">
          {given.text}
        </View>
        {!given.locked && (
          <View
            id={`change-${id}`}
            className="p-given__action"
            hoverClass="c-button--pressed"
            aria-role="button"
            aria-label={`${startText('given.change')} ${label}`}
            onClick={given.change}
          >
            {startText('given.change')}
          </View>
        )}
      </View>
      <View className="p-given__note">{startText(given.locked ? 'given.locked' : 'given.note')}</View>
      <View id={`error-${id}`} className="c-field__error" aria-role="alert">
        {error ? (given.locked ? startText('given.wrong') : error) : ''}
      </View>
    </View>
  )
}
