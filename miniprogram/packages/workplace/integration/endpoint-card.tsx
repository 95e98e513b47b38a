import { View } from '@tarojs/components'
import { Tag } from '../../../components/tag'
import { failureText } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { Act } from './act'
import type { Endpoint } from './shapes'
import { integrationText } from './texts'
import type { EndpointsState } from './use-endpoints'
import { endpointTag, endpointTimes, hostOf, typesText } from './words'

interface EndpointCardProps {
  /** From 1. Ids: `endpoint-<n>`, `endpoint-<act>-<n>`, `error-endpoint-<n>`. */
  number: number
  of: Endpoint
  state: EndpointsState
  onDeliveries: () => void
  onAsk: (kind: 'rotate' | 'remove') => void
}

/** One address: what it takes, how it goes, and why nothing is sent to it any more. */
export function EndpointCard({ number, of: endpoint, state, onDeliveries, onAsk }: EndpointCardProps) {
  const { id, url, stopped } = endpoint
  const { busy, failure } = state
  const act = (kind: 'test' | 'deliveries' | 'rotate' | 'on' | 'off' | 'remove', onTap: () => void) => (
    <Act
      key={kind}
      id={`endpoint-${kind}-${number}`}
      text={integrationText(`endpoint.${kind}.do`)}
      label={`${integrationText(`endpoint.${kind}.do`)} ${hostOf(url)}`}
      danger={kind === 'remove'}
      onTap={() => busy === null && onTap()}
    />
  )
  return (
    <View id={`endpoint-${number}`} className="c-cell p-integration__card">
      <View className="p-integration__line">
        <View className="p-integration__name">{url}</View>
        <Tag {...endpointTag(endpoint)} />
      </View>
      {stopped && (
        <View id={`endpoint-stopped-${number}`} className="p-integration__why">
          {integrationText(`stopped.${stopped.why}`, { time: clock(stopped.at) })}
        </View>
      )}
      <View className="p-integration__small">{typesText(endpoint)}</View>
      {endpointTimes(endpoint).map(time => (
        <View key={time} className="p-integration__small">
          {time}
        </View>
      ))}
      <View className="p-integration__acts">
        {stopped ? act('on', () => state.turn(endpoint, true)) : act('test', () => state.test(endpoint))}
        {act('deliveries', onDeliveries)}
        {act('rotate', () => onAsk('rotate'))}
        {!stopped && act('off', () => state.turn(endpoint, false))}
        {act('remove', () => onAsk('remove'))}
      </View>
      <View id={`error-endpoint-${number}`} className="p-integration__error" aria-role="alert">
        {failure?.kind.endsWith(id) ? failureText(failure.error) : ''}
      </View>
    </View>
  )
}
