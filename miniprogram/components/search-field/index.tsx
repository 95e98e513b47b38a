import { View } from '@tarojs/components'
import { memo } from 'react'
import { organizationName } from '../../form/typed'
import { classes } from '../classes'
import { SteadyInput } from '../steady'
import './index.css'

interface SearchFieldProps {
  /** The cross that empties it is `${id}-clear`. */
  id: string
  value: string
  placeholder: string
  clearLabel: string
  onInput: (value: string) => void
  /** The keyboard's own key for it. */
  onConfirm?: (value: string) => void
}

/** The longest of what is looked for is the name of an organization, with what a paste brings along. */
const longest = organizationName.longest

/** Sent only when it changes: a value that is set again while somebody types may break the word being composed. */
export const SearchField = memo(function SearchField({
  id,
  value,
  placeholder,
  clearLabel,
  onInput,
  onConfirm,
}: SearchFieldProps) {
  return (
    <View className="c-search">
      <View className="c-search__glass" />
      <SteadyInput
        id={id}
        className="c-search__input"
        placeholderClass="c-search__placeholder"
        aria-label={placeholder}
        value={value}
        maxlength={longest}
        confirmType="search"
        placeholder={placeholder}
        onInput={event => onInput(event.detail.value)}
        onConfirm={event => onConfirm?.(event.detail.value)}
      />
      <View
        id={`${id}-clear`}
        className={classes('c-search__clear', { 'c-search__clear--off': value === '' })}
        aria-role="button"
        aria-label={clearLabel}
        onClick={() => onInput('')}
      />
    </View>
  )
})
