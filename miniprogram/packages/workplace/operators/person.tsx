import { View } from '@tarojs/components'
import { Tag } from '../../../components/tag'
import { dayAndHour } from '../../../i18n/time'
import { operatorsText } from './texts'
import type { OperatorsPage } from './use-operators'
import { nameOf, type Operator, removeFailureText, tagOf } from './words'

interface PersonProps {
  /** From 1. Ids: `operator-<n>`, `operator-remove-<n>`, `error-operator-remove-<n>`. */
  number: number
  operator: Operator
  page: OperatorsPage
  onRemove: () => void
}

/** One operator: who, what they may do, since when. */
export function Person({ number, operator, page, onRemove }: PersonProps) {
  const { id, role, self, since } = operator
  const { busy, failure } = page
  const name = nameOf(operator)
  const removing = busy === `remove ${id}`
  return (
    <View id={`operator-${number}`} className="c-cell p-operators__person">
      <View className="p-operators__line">
        <View className="p-operators__name">{name}</View>
        <Tag kind={tagOf(role)} text={operatorsText(`role.${role}`)} />
      </View>
      <View className="p-operators__note">{operatorsText(`role.${role}.note`)}</View>
      <View className="p-operators__line p-operators__foot">
        <View className="p-operators__since">
          {operatorsText('since', { time: dayAndHour(since, Date.now()) })}
        </View>
        <View
          id={`operator-remove-${number}`}
          className="p-operators__remove"
          hoverClass="c-button--pressed"
          aria-role="button"
          aria-label={self ? operatorsText('leave') : operatorsText('remove.label', { name })}
          onClick={() => {
            if (busy === null) onRemove()
          }}
        >
          {operatorsText(removing ? 'remove.busy' : self ? 'leave' : 'remove')}
        </View>
      </View>
      <View id={`error-operator-remove-${number}`} className="p-operators__error" aria-role="alert">
        {failure?.kind === `remove ${id}` ? removeFailureText(failure.error) : ''}
      </View>
    </View>
  )
}
