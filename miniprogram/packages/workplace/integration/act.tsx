import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'

interface ActProps {
  id: string
  text: string
  /** For what, to whoever hears the page. */
  label: string
  danger?: boolean
  onTap: () => void
}

/** One of the things that can be done about a card, as a word to press. */
export function Act({ id, text, label, danger = false, onTap }: ActProps) {
  return (
    <View
      id={id}
      className={classes('p-integration__act', { 'p-integration__act--danger': danger })}
      hoverClass="c-button--pressed"
      aria-role="button"
      aria-label={label}
      onClick={onTap}
    >
      {text}
    </View>
  )
}
