import { View } from '@tarojs/components'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Confirm } from '../../../components/confirm'
import { KeyCard } from './key-card'
import { KeyForm } from './key-form'
import { OncePanel } from './once-panel'
import type { Key } from './shapes'
import { integrationText } from './texts'
import type { KeysState } from './use-keys'

/** With what business systems come in: making a key, seeing what became of it, ending it. */
export function Keys({ state, keys }: { state: KeysState; keys: Key[] }) {
  const [asking, setAsking] = useState(false)
  const [ending, setEnding] = useState<Key | null>(null)
  const { made, busy, closeMade, dismiss } = state
  const close = () => {
    dismiss()
    setAsking(false)
  }
  return (
    <>
      <View className="p-integration__note">{integrationText('keys.note')}</View>
      {made && (
        <OncePanel
          id="key-made"
          title={integrationText('key.for', { label: made.label })}
          secret={made.key}
          how={integrationText('key.how')}
          onClose={closeMade}
        />
      )}
      {!made && asking && <KeyForm state={state} onClose={close} />}
      {!made && !asking && (
        <View className="p-integration__do">
          <Button id="key-new" disabled={busy !== null} onTap={() => setAsking(true)}>
            {integrationText('key.new')}
          </Button>
        </View>
      )}
      {keys.length > 0 && (
        <CellGroup id="keys" title={integrationText('keys')} note={integrationText('keys.rotate')}>
          {keys.map((key, index) => (
            <KeyCard key={key.id} number={index + 1} of={key} state={state} onRevoke={() => setEnding(key)} />
          ))}
        </CellGroup>
      )}
      <Apart>
        {ending && (
          <Confirm
            id="key-revoke"
            title={integrationText('revoke.title', { label: ending.label })}
            texts={[integrationText('revoke.text')]}
            yes={integrationText('revoke.yes')}
            no={integrationText('no')}
            kind="danger"
            onYes={() => state.revoke(ending)}
            onClose={() => setEnding(null)}
          />
        )}
      </Apart>
    </>
  )
}
