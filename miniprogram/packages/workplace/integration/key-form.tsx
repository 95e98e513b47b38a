import { View } from '@tarojs/components'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Chips } from '../../../components/chips'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { SwitchRow } from '../../../components/switch-row'
import { roomFor } from '../../../form/room'
import { failureText } from '../../../i18n'
import type { Scope } from './shapes'
import { integrationText } from './texts'
import type { KeysState } from './use-keys'
import { scopes } from './words'

const spans = ['90', '365', 'endless'] as const
/** Characters the contract takes. */
const longestLabel = 30

/** For what, what it may do, how long; the least and a year come chosen. */
export function KeyForm({ state, onClose }: { state: KeysState; onClose: () => void }) {
  const [label, setLabel] = useState('')
  const [chosen, setChosen] = useState<readonly Scope[]>(['read'])
  const [span, setSpan] = useState<(typeof spans)[number]>('365')
  const [wrong, setWrong] = useState<'label' | 'scopes' | null>(null)
  const { busy, failure, dismiss } = state
  const failed = failure?.kind === 'make' ? failure.error : null

  const submit = async () => {
    const name = label.trim()
    const fault = name === '' || name.length > longestLabel ? 'label' : chosen.length === 0 ? 'scopes' : null
    setWrong(fault)
    if (fault === null && (await state.make(name, [...chosen], span === 'endless' ? null : Number(span))))
      onClose()
  }
  const edit = () => {
    setWrong(null)
    dismiss()
  }
  return (
    <>
      <CellGroup id="key-form">
        <Field
          id="key-label"
          label={integrationText('key.label')}
          value={label}
          placeholder={integrationText('key.placeholder')}
          maxlength={roomFor(longestLabel)}
          error={wrong === 'label' ? integrationText('key.missing') : null}
          onInput={typed => {
            setLabel(typed)
            edit()
          }}
        />
      </CellGroup>
      <CellGroup title={integrationText('key.scopes')} note={integrationText('key.least')}>
        {scopes.map(scope => (
          <SwitchRow
            key={scope}
            id={`scope-${scope}`}
            title={integrationText(`scope.${scope}`)}
            note={integrationText(`scope.${scope}.note`)}
            on={chosen.includes(scope)}
            onChange={on => {
              setChosen(before => scopes.filter(each => (each === scope ? on : before.includes(each))))
              edit()
            }}
          />
        ))}
      </CellGroup>
      <CellGroup title={integrationText('key.days')}>
        <View className="p-integration__chips">
          <Chips
            id="key-days"
            label={integrationText('key.days')}
            options={spans.map(value => ({ value, title: integrationText(`key.days.${value}`) }))}
            value={span}
            onChoose={setSpan}
          />
        </View>
      </CellGroup>
      <Apart>
        {(failed || wrong === 'scopes') && (
          <Notice id="key-failed" kind="error">
            {failed ? failureText(failed) : integrationText('key.noScope')}
          </Notice>
        )}
      </Apart>
      <View className="p-integration__do">
        <Button id="key-make" loading={busy === 'make'} disabled={busy !== null} onTap={submit}>
          {integrationText(busy === 'make' ? 'key.making' : 'key.make')}
        </Button>
        <Button id="key-cancel" kind="text" disabled={busy !== null} onTap={onClose}>
          {integrationText('no')}
        </Button>
      </View>
    </>
  )
}
