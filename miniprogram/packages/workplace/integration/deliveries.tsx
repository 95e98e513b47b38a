import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { CellGroup } from '../../../components/cell'
import { Chips } from '../../../components/chips'
import { Empty } from '../../../components/empty'
import { ListEnd } from '../../../operator/list-end'
import { DeliveryCard } from './delivery-card'
import type { Endpoint } from './shapes'
import { integrationText } from './texts'
import type { DeliveriesState } from './use-deliveries'
import { hostOf } from './words'

/** What was sent or is to be sent, newest first, with every try. */
export function Deliveries({ state, endpoints }: { state: DeliveriesState; endpoints: Endpoint[] }) {
  const { pages, of, choose } = state
  const options = [
    { value: 'all', title: integrationText('deliveries.all') },
    ...endpoints.map(({ id, url }) => ({ value: id, title: hostOf(url) })),
  ]
  return (
    <>
      <View className="p-integration__chips">
        <Chips
          id="deliveries-of"
          label={integrationText('deliveries.of')}
          options={options}
          value={of}
          onChoose={choose}
        />
      </View>
      {pages.items.length > 0 && (
        <CellGroup id="deliveries" note={integrationText('deliveries.note')}>
          {pages.items.map((delivery, index) => (
            <DeliveryCard
              key={delivery.id}
              number={index + 1}
              of={delivery}
              endpoint={endpoints.find(({ id }) => id === delivery.endpointId) ?? null}
              state={state}
            />
          ))}
        </CellGroup>
      )}
      <Apart>
        {pages.loaded && pages.items.length === 0 && (
          <Empty
            id="deliveries-none"
            title={integrationText('deliveries.none')}
            text={integrationText('deliveries.none.text')}
          />
        )}
        <ListEnd pages={pages} failed={pages.failure !== null} />
      </Apart>
    </>
  )
}
