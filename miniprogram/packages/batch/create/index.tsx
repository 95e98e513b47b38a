import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Authorization, LinkMode } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Layout } from '../../../components/layout'
import { useScrollTo } from '../../../components/use-scroll-to'
import { FormObstacle } from '../../../form/obstacle'
import { useTitle } from '../../../i18n'
import { ImportDialogs } from '../../../operator/import-dialogs'
import { AdministratorFields } from '../shared/administrator-fields'
import { batchText } from '../shared/texts'
import { useVendor } from '../shared/use-vendor'
import type { BatchDraft } from './draft'
import { batchDraft, type FormField, hasSource, longest } from './draft'
import { Source } from './source'
import { createText } from './texts'
import { useCreate } from './use-create'
import { faultAt, sayFailure, sourceError, suggestedTitle } from './words'
import './index.css'

const linkModes: readonly LinkMode[] = ['single', 'perRow']
const authorizations: readonly (Authorization | 'none')[] = [
  'none',
  'legalPerson',
  'letter',
  'letterAndTransfer',
]
/** The elements of the fields. */
const elements: Readonly<Record<FormField, string>> = {
  title: 'field-title',
  source: 'field-source',
  name: 'field-admin-name',
  mobile: 'field-admin-mobile',
  idNumber: 'field-admin-id-number',
}

/** The form of a new batch; what it makes is checked, not sent. */
export default function BatchCreate() {
  useTitle(createText('title'))
  const [draft, change] = batchDraft.useDraft()
  const [opened] = useState(() => new Date())
  const title = draft.title ?? suggestedTitle(draft, opened)
  const create = useCreate(draft, title)
  const { obstacle } = create
  const vendor = useVendor()
  const field = obstacle?.kind === 'field' ? obstacle.field : null
  useScrollTo(field ? elements[field] : '', obstacle)

  const edit = (part: Partial<BatchDraft>) => {
    if (field) create.dismiss()
    change(part)
  }
  const { administrator } = draft
  const ready = hasSource(draft)
  const button = createText(draft.source === 'empty' ? 'create.empty' : 'create')

  return (
    <Layout wide>
      <View className="p-create__lead">{createText('lead', { vendor })}</View>
      <CellGroup>
        <Field
          id="title"
          label={createText('name')}
          value={title}
          placeholder={createText('name.placeholder')}
          maxlength={longest.title}
          error={field === 'title' ? createText('name.error') : null}
          onInput={typed => edit({ title: typed })}
        />
      </CellGroup>
      <Source draft={draft} error={field === 'source' ? sourceError(obstacle) : null} onChange={edit} />
      <CellGroup title={createText('linkMode')}>
        <Choice
          id="link-mode"
          options={linkModes.map(value => ({
            value,
            title: batchText(`linkMode.${value}`),
            note: batchText(`linkMode.${value}.note`),
          }))}
          value={draft.linkMode}
          onChoose={linkMode => edit({ linkMode })}
        />
      </CellGroup>
      <CellGroup title={createText('authorization')} note={createText('authorization.note')}>
        <Choice
          id="authorization"
          options={authorizations.map(value => ({
            value,
            title: batchText(`authorization.${value}`, { vendor }),
          }))}
          value={draft.authorization}
          onChoose={authorization => edit({ authorization })}
        />
      </CellGroup>
      <CellGroup title={createText('administrator')} note={createText('administrator.note')}>
        <AdministratorFields
          draft={administrator}
          fault={faultAt(field, administrator)}
          onChange={part => edit({ administrator: { ...administrator, ...part } })}
        />
      </CellGroup>
      <Apart>
        <FormObstacle
          id="create-failed"
          obstacle={obstacle}
          button={button}
          say={failure => sayFailure(failure, button)}
          retry={create.submit}
        />
      </Apart>
      <View className="p-create__do">
        <Button id="create" disabled={!ready} loading={create.busy} onTap={create.submit}>
          {create.busy ? createText('create.busy') : button}
        </Button>
        <View className="p-create__hint">
          {createText(ready ? 'create.note' : 'create.missing', { vendor })}
        </View>
      </View>
      <ImportDialogs
        importing={create}
        title={({ batch }) => createText('created.title', { total: batch.total })}
        go={createText('created.go')}
      />
    </Layout>
  )
}
