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
import type { SectionProps } from './section'
import { vt } from './texts'

/** Where the invitees come from: a file or pasted text. */
export function Source({ draft, errorAt, edit }: SectionProps) {
  const [complaint, setComplaint] = useState<string | null>(null)
  const picking = useRef(false)
  const template = useOnce<'template'>()
  const { file, source, subject } = draft

  const pick = async () => {
    if (picking.current) return
    picking.current = true
    const outcome = await pickSheet()
    picking.current = false
    if (outcome.kind === 'canceled') return
    setComplaint(outcome.kind === 'ok' ? null : vt(`source.${outcome.kind}`))
    if (outcome.kind !== 'ok') return
    // Another file: what was uploaded of the one before is not wanted any more.
    discardSheet()
    edit({ source: 'file', file: outcome.file })
  }
  const download = () =>
    template.once('template', async () => {
      setComplaint(null)
      const file = await callAction('invitation.template', { subject, language: language() })
      const outcome = await openFile(file)
      if (outcome !== 'opened') setComplaint(wt(`file.${outcome}`))
    })

  const failed = template.failure && failureText(template.failure.error)
  return (
    <>
      <CellGroup id="field-source" title={vt('source')} note={vt('source.note')}>
        <Cell
          id="template"
          title={vt('source.template')}
          note={vt(template.busy ? 'source.template.busy' : 'source.template.note')}
          onTap={download}
        />
        <ChoiceCell
          id="choose-file"
          title={vt('source.file')}
          note={file ? `${file.name} · ${sizeText(file.size)}` : vt('source.file.note')}
          on={source === 'file'}
          onTap={pick}
        />
        <ChoiceCell
          id="paste"
          title={vt('source.paste')}
          note={vt('source.paste.note')}
          on={source === 'text'}
          onTap={() => {
            setComplaint(null)
            edit({ source: 'text' })
          }}
        />
        <View className={classes('p-invite__paste', { 'c-hidden': source !== 'text' })}>
          <Textarea
            id="paste-text"
            className="p-invite__list"
            placeholderClass="c-field__placeholder"
            aria-label={vt('source.paste')}
            value={draft.text}
            maxlength={-1}
            placeholder={vt(
              subject === 'person' ? 'source.paste.placeholder' : 'source.paste.placeholder.organization',
            )}
            onInput={event => edit({ text: event.detail.value })}
          />
        </View>
      </CellGroup>
      <View id="error-source" className="p-invite__error" aria-role="alert">
        {complaint ?? failed ?? errorAt('source') ?? ''}
      </View>
    </>
  )
}
