import { View } from '@tarojs/components'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Confirm } from '../../../components/confirm'
import { EndpointCard } from './endpoint-card'
import { EndpointForm } from './endpoint-form'
import { OncePanel } from './once-panel'
import type { Endpoint } from './shapes'
import { integrationText } from './texts'
import type { EndpointsState } from './use-endpoints'
import { hostOf } from './words'

interface EndpointsProps {
  state: EndpointsState
  endpoints: Endpoint[]
  onDeliveries: (of: Endpoint) => void
}

/** Where events are sent: adding an address, trying it, replacing its secret, switching it off. */
export function Endpoints({ state, endpoints, onDeliveries }: EndpointsProps) {
  const [adding, setAdding] = useState(false)
  const [question, ask] = useState<{ kind: 'rotate' | 'remove'; of: Endpoint } | null>(null)
  const { made, busy, closeMade, dismiss } = state
  const close = () => {
    dismiss()
    setAdding(false)
  }
  return (
    <>
      <View className="p-integration__note">{integrationText('endpoints.note')}</View>
      {made && (
        <OncePanel
          id="endpoint-made"
          title={integrationText('secret.for', { host: hostOf(made.url) })}
          secret={made.secret}
          how={integrationText('secret.how')}
          onClose={closeMade}
        />
      )}
      {!made && adding && <EndpointForm state={state} onClose={close} />}
      {!made && !adding && (
        <View className="p-integration__do">
          <Button id="endpoint-new" disabled={busy !== null} onTap={() => setAdding(true)}>
            {integrationText('endpoint.new')}
          </Button>
        </View>
      )}
      {endpoints.length > 0 && (
        <CellGroup id="endpoints" title={integrationText('endpoints')}>
          {endpoints.map((endpoint, index) => (
            <EndpointCard
              key={endpoint.id}
              number={index + 1}
              of={endpoint}
              state={state}
              onDeliveries={() => onDeliveries(endpoint)}
              onAsk={kind => ask({ kind, of: endpoint })}
            />
          ))}
        </CellGroup>
      )}
      <Apart>
        {question && (
          <Confirm
            id={`endpoint-${question.kind}`}
            title={integrationText(`${question.kind}.title`, { host: hostOf(question.of.url) })}
            texts={[integrationText(`${question.kind}.text`)]}
            yes={integrationText(`${question.kind}.yes`)}
            no={integrationText('no')}
            kind={question.kind === 'remove' ? 'danger' : 'primary'}
            onYes={() => state[question.kind](question.of)}
            onClose={() => ask(null)}
          />
        )}
      </Apart>
    </>
  )
}
