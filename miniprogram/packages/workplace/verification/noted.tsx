import { View } from '@tarojs/components'
import { useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { CaseResult } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Chips } from '../../../components/chips'
import { Notice } from '../../../components/notice'
import { SteadyTextarea } from '../../../components/steady'
import { roomFor } from '../../../form/room'
import { failureText } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { caseTags } from '../shared/tags'
import { workplaceText } from '../shared/texts'
import { verificationText } from './texts'

/** Signs of a note. */
const longest = roomFor(300)

interface NotedProps {
  id: string
  noted: CaseResult['noted']
  mayWrite: boolean
}

/** What operators write down about it for each other, and how they mark it; its person never sees it here. */
export function Noted({ id, noted: before, mayWrite }: NotedProps) {
  const [known, learn] = useState(before)
  const [note, setNote] = useState(before.note)
  const [tag, setTag] = useState(before.tag)
  const { busy, failure, once } = useOnce<'save'>()
  const changed = note !== known.note || tag !== known.tag
  const save = () =>
    once('save', async () => {
      const answer = await callAction('workplace.annotate', { id, note, tag })
      learn(answer)
      setNote(answer.note)
    })
  return (
    <CellGroup id="noted" title={verificationText('noted')} note={verificationText('noted.note')}>
      <Chips
        id="noted-tag"
        label={verificationText('noted.tag')}
        options={[
          { value: 'none' as const, title: workplaceText('tag.none') },
          ...caseTags.map(value => ({ value, title: workplaceText(`tag.${value}`) })),
        ]}
        value={tag ?? 'none'}
        onChoose={value => mayWrite && setTag(value === 'none' ? null : value)}
      />
      <View id="field-noted" className="c-cell c-field p-case__noted">
        <SteadyTextarea
          id="noted-text"
          className="p-case__noted-text"
          placeholderClass="c-field__placeholder"
          aria-label={verificationText('noted')}
          value={note}
          maxlength={longest}
          disabled={!mayWrite}
          placeholder={verificationText('noted.placeholder')}
          onInput={event => setNote(event.detail.value)}
        />
        <View id="noted-at" className="p-case__note">
          {known.at === null ? '' : verificationText('noted.at', { time: clock(known.at) })}
        </View>
      </View>
      <Apart>
        {failure && (
          <Notice id="noted-failed" kind="error">
            {failureText(failure.error)}
          </Notice>
        )}
        {changed && mayWrite && (
          <Button id="noted-save" loading={busy !== null} disabled={busy !== null} onTap={save}>
            {verificationText('noted.save')}
          </Button>
        )}
      </Apart>
    </CellGroup>
  )
}
