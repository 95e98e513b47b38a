import { Textarea, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { callAction } from '../../../cloud/call'
import { Cell, CellGroup } from '../../../components/cell'
import { ChoiceCell } from '../../../components/choice'
import { classes } from '../../../components/classes'
import { openFile } from '../../../files/open-file'
import { pickSheet } from '../../../files/pick-sheet'
import { discardSheet } from '../../../files/sheet-uploads'
import { sizeText } from '../../../files/size-text'
import { failureText, language } from '../../../i18n'
import { wt } from '../../../operator/texts'
import { useOnce } from '../../../operator/use-once'
import type { BatchDraft, SourceKind } from './draft'
import { ct } from './texts'

interface SourceProps {
  draft: BatchDraft
  error: string | null
  onChange: (change: Partial<BatchDraft>) => void
}

/** Where the organizations come from: a file, pasted text, or one by one. */
export function Source({ draft, error, onChange }: SourceProps) {
  const [complaint, setComplaint] = useState<string | null>(null)
  const picking = useRef(false)
  const template = useOnce<'template'>()
  const { file } = draft

  const pick = async () => {
    if (picking.current) return
    picking.current = true
    const outcome = await pickSheet()
    picking.current = false
    if (outcome.kind === 'canceled') return
    setComplaint(outcome.kind === 'ok' ? null : ct(`source.${outcome.kind}`))
    if (outcome.kind !== 'ok') return
    // Another file: what was uploaded of the one before is not wanted any more.
    discardSheet()
    onChange({ source: 'file', file: outcome.file })
  }
  const choose = (source: SourceKind) => {
    setComplaint(null)
    onChange({ source })
  }
  const download = () =>
    template.once('template', async () => {
      setComplaint(null)
      const outcome = await openFile(await callAction('batch.template', { language: language() }))
      if (outcome !== 'opened') setComplaint(wt(`file.${outcome}`))
    })

  const fileNote = file ? `${file.name} · ${sizeText(file.size)}` : ct('source.file.note')
  const failed = template.failure && failureText(template.failure.error)
  return (
    <>
      <CellGroup id="field-source" title={ct('source')} note={ct('source.note')}>
        <View className="p-create__sources" aria-role="radiogroup">
          <ChoiceCell
            id="choose-file"
            title={ct('source.file')}
            note={fileNote}
            on={draft.source === 'file'}
            onTap={pick}
          />
          <ChoiceCell
            id="paste"
            title={ct('source.paste')}
            note={ct('source.paste.note')}
            on={draft.source === 'text'}
            onTap={() => choose('text')}
          />
          <View className={classes('p-create__paste', { 'c-hidden': draft.source !== 'text' })}>
            <Textarea
              id="paste-text"
              className="p-create__text"
              placeholderClass="c-field__placeholder"
              aria-label={ct('source.paste')}
              value={draft.text}
              maxlength={-1}
              placeholder={ct('source.paste.placeholder')}
              onInput={event => onChange({ text: event.detail.value })}
            />
          </View>
          <ChoiceCell
            id="one-by-one"
            title={ct('source.empty')}
            note={ct('source.empty.note')}
            on={draft.source === 'empty'}
            onTap={() => choose('empty')}
          />
        </View>
        <Cell
          id="template"
          title={ct('source.template')}
          note={ct(template.busy ? 'source.template.busy' : 'source.template.note')}
          onTap={download}
        />
      </CellGroup>
      <View id="error-source" className="p-create__error" aria-role="alert">
        {complaint ?? failed ?? error ?? ''}
      </View>
    </>
  )
}
