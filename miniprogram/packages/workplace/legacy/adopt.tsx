import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Cell, CellGroup } from '../../../components/cell'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { failureText } from '../../../i18n'
import { toCampaign } from '../../../routes'
import { legacyText } from './texts'

type Adopted = ActionResults['legacyInvitations.adopt']

/** What the contract takes. */
const longestTitle = 30

/** Makes our own invitations out of those nobody has finished; one way, and once a task. */
export function Adopt({ invitationId }: { invitationId: string }) {
  const [title, setTitle] = useState('')
  const [adopted, setAdopted] = useState<Adopted | null>(null)
  const { busy, failure, once, dismiss } = useOnce<'adopt'>()
  const adopt = () =>
    once('adopt', async () => {
      setAdopted(await callAction('legacyInvitations.adopt', { invitationId, title: title.trim() }))
    })
  if (adopted) return <Result adopted={adopted} />
  return (
    <>
      <CellGroup title={legacyText('adopt')} note={legacyText('adopt.note')}>
        <Field
          id="adopt-title"
          label={legacyText('adopt.title')}
          value={title}
          placeholder={legacyText('adopt.placeholder')}
          maxlength={longestTitle}
          onInput={typed => {
            dismiss()
            setTitle(typed)
          }}
        />
      </CellGroup>
      <Apart>
        {failure && (
          <Notice id="adopt-failed" kind="error">
            {failureText(failure.error)}
          </Notice>
        )}
      </Apart>
      <View className="p-legacy__do">
        <Button id="adopt" disabled={title.trim() === ''} loading={busy !== null} onTap={adopt}>
          {legacyText(busy ? 'adopt.busy' : 'adopt.do')}
        </Button>
      </View>
    </>
  )
}

function Result({ adopted: { campaigns, left } }: { adopted: Adopted }) {
  const made = campaigns.reduce((sum, { total }) => sum + total, 0)
  return (
    <CellGroup
      id="adopted"
      title={legacyText(made === 0 ? 'adopted.none' : 'adopted', { n: made })}
      note={legacyText('adopted.left', { n: left })}
    >
      {campaigns.map(({ id, subject, title, total }, index) => (
        <Cell
          key={id}
          id={`adopted-${index + 1}`}
          title={title}
          note={legacyText('adopted.campaign', { subject: legacyText(`subject.${subject}`), n: total })}
          onTap={() => toCampaign(id)}
        />
      ))}
    </CellGroup>
  )
}
