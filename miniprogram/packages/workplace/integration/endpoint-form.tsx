import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EventType } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { SwitchRow } from '../../../components/switch-row'
import { roomFor } from '../../../form/room'
import { failureText } from '../../../i18n'
import { integrationText } from './texts'
import type { EndpointsState } from './use-endpoints'
import { eventTypes, typeText, urlFailureText } from './words'

/** Characters the contract takes. */
const longestUrl = 500

/** An address of the business system, and what it wants to hear of; all of it comes chosen. */
export function EndpointForm({ state, onClose }: { state: EndpointsState; onClose: () => void }) {
  const [url, setUrl] = useState('')
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [types, setTypes] = useState<readonly EventType[]>([])
  const [wrong, setWrong] = useState<'url' | 'types' | null>(null)
  const { busy, failure, dismiss } = state
  const failed = failure?.kind === 'add' ? failure.error : null
  const atUrl = failed && urlFailureText(failed)
  const edit = () => {
    setWrong(null)
    dismiss()
  }
  const submit = async () => {
    const fault = url.trim() === '' ? 'url' : which === 'some' && types.length === 0 ? 'types' : null
    setWrong(fault)
    if (fault === null && (await state.add(url.trim(), which === 'all' ? null : [...types]))) onClose()
  }
  return (
    <>
      <CellGroup id="endpoint-form" note={integrationText('url.note')}>
        <Field
          id="endpoint-url"
          label={integrationText('url')}
          value={url}
          placeholder="https://…"
          maxlength={roomFor(longestUrl)}
          error={wrong === 'url' ? integrationText('url.missing') : atUrl}
          onInput={typed => {
            setUrl(typed)
            edit()
          }}
        />
      </CellGroup>
      <CellGroup title={integrationText('types')}>
        <Choice
          id="endpoint-types"
          options={(['all', 'some'] as const).map(value => ({
            value,
            title: integrationText(`types.${value}`),
            note: integrationText(`types.${value}.note`),
          }))}
          value={which}
          onChoose={value => {
            setWhich(value)
            edit()
          }}
        />
      </CellGroup>
      {which === 'some' && (
        <CellGroup>
          {eventTypes.map(type => (
            <SwitchRow
              key={type}
              id={`type-${type.replace(/\./g, '-')}`}
              title={typeText(type)}
              note={type}
              on={types.includes(type)}
              onChange={on => {
                setTypes(before => eventTypes.filter(each => (each === type ? on : before.includes(each))))
                edit()
              }}
            />
          ))}
        </CellGroup>
      )}
      <Apart>
        {((failed && atUrl === null) || wrong === 'types') && (
          <Notice id="endpoint-failed" kind="error">
            {failed ? failureText(failed) : integrationText('types.missing')}
          </Notice>
        )}
      </Apart>
      <View className="p-integration__do">
        <Button id="endpoint-add" loading={busy === 'add'} disabled={busy !== null} onTap={submit}>
          {integrationText(busy === 'add' ? 'endpoint.adding' : 'endpoint.add')}
        </Button>
        <Button id="endpoint-cancel" kind="text" disabled={busy !== null} onTap={onClose}>
          {integrationText('no')}
        </Button>
      </View>
    </>
  )
}
