import { View } from '@tarojs/components'
import { Tag } from '../../../components/tag'
import { failureText } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { Act } from './act'
import type { Key } from './shapes'
import { integrationText } from './texts'
import type { KeysState } from './use-keys'
import { isLive, keyStart, keyTag, keyTimes } from './words'

interface KeyCardProps {
  /** From 1. Ids: `key-<n>`, `key-revoke-<n>`, `error-key-<n>`. */
  number: number
  of: Key
  state: KeysState
  onRevoke: () => void
}

/** One key: for what, what it may do, until when, and when it was used. */
export function KeyCard({ number, of: key, state: { busy, failure }, onRevoke }: KeyCardProps) {
  const { id, label, scopes, createdAt } = key
  const now = Date.now()
  const live = isLive(key, now)
  const doing = `revoke ${id}` as const
  return (
    <View id={`key-${number}`} className="c-cell p-integration__card">
      <View className="p-integration__line">
        <View className="p-integration__name">{label}</View>
        <Tag {...keyTag(key, now)} />
      </View>
      <View className="p-integration__code">{keyStart(id)}</View>
      <View className="p-integration__small">
        {scopes.map(scope => integrationText(`scope.${scope}`)).join(integrationText('types.and'))}
      </View>
      <View className="p-integration__small">{integrationText('key.made', { time: clock(createdAt) })}</View>
      {keyTimes(key).map(time => (
        <View key={time} className="p-integration__small">
          {time}
        </View>
      ))}
      {live && (
        <View className="p-integration__acts">
          <Act
            id={`key-revoke-${number}`}
            text={integrationText(busy === doing ? 'revoke.busy' : 'revoke')}
            label={integrationText('revoke.label', { label })}
            danger
            onTap={() => busy === null && onRevoke()}
          />
        </View>
      )}
      <View id={`error-key-${number}`} className="p-integration__error" aria-role="alert">
        {failure?.kind === doing ? failureText(failure.error) : ''}
      </View>
    </View>
  )
}
