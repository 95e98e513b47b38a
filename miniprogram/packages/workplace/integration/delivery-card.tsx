import { View } from '@tarojs/components'
import { Tag } from '../../../components/tag'
import { failureText } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { Act } from './act'
import type { Delivery, Endpoint } from './shapes'
import { integrationText } from './texts'
import type { DeliveriesState } from './use-deliveries'
import { deliveryTag, hostOf, tryText, typeText } from './words'

interface DeliveryCardProps {
  /** From 1. Ids: `delivery-<n>`, `replay-<n>`, `error-delivery-<n>`. */
  number: number
  of: Delivery
  /** null: it was deleted. */
  endpoint: Endpoint | null
  state: DeliveriesState
}

/** One event on its way to one address: how it stands, and how each try went. */
export function DeliveryCard({ number, of: delivery, endpoint, state }: DeliveryCardProps) {
  const { id, eventId, type, createdAt, tries } = delivery
  const { busy, failure } = state
  const doing = `replay ${id}` as const
  const name = typeText(type)
  return (
    <View id={`delivery-${number}`} className="c-cell p-integration__card">
      <View className="p-integration__line">
        <View className="p-integration__name">{name}</View>
        <Tag {...deliveryTag(delivery)} />
      </View>
      <View className="p-integration__small">
        {`${endpoint ? hostOf(endpoint.url) : integrationText('delivery.gone')} · ${clock(createdAt)}`}
      </View>
      <View className="p-integration__code">{eventId}</View>
      {tries.map(each => (
        <View key={each.at} className="p-integration__try">
          {tryText(each)}
        </View>
      ))}
      <View className="p-integration__small">{nextText(delivery, endpoint)}</View>
      {endpoint && (
        <View className="p-integration__acts">
          <Act
            id={`replay-${number}`}
            text={integrationText(busy === doing ? 'replay.busy' : 'replay')}
            label={`${integrationText('replay')} ${name}`}
            onTap={() => busy === null && state.replay(delivery)}
          />
        </View>
      )}
      <View id={`error-delivery-${number}`} className="p-integration__error" aria-role="alert">
        {failure?.kind === doing ? failureText(failure.error) : ''}
      </View>
    </View>
  )
}

/** When it is tried next, or why it is not. */
function nextText({ dueAt, tries }: Delivery, endpoint: Endpoint | null): string {
  if (dueAt === null || !endpoint) return ''
  if (endpoint.stopped) return integrationText('delivery.waits')
  return tries.length === 0
    ? integrationText('delivery.first')
    : integrationText('delivery.next', { time: clock(dueAt) })
}
