import { Textarea, View } from '@tarojs/components'
import { callAction } from '../../../cloud/call'
import { Cell, CellGroup } from '../../../components/cell'
import { ChoiceCell } from '../../../components/choice'
import { classes } from '../../../components/classes'
import { sizeText } from '../../../files/size-text'
import { language } from '../../../i18n'
import { useSheetSource } from '../../../operator/use-sheet-source'
import type { SectionProps } from './section'
import { vt } from './texts'

/** Where the invitees come from: a file or pasted text. */
export function Source({ draft, errorAt, edit }: SectionProps) {
  const { file, source, subject } = draft
  const sheet = useSheetSource(
    picked => edit({ source: 'file', file: picked }),
    () => callAction('invitation.template', { subject, language: language() }),
  )
  return (
    <>
      <CellGroup id="field-source" title={vt('source')} note={vt('source.note')}>
        <Cell
          id="template"
          title={vt('source.template')}
          note={vt(sheet.preparing ? 'source.template.busy' : 'source.template.note')}
          onTap={sheet.openTemplate}
        />
        <ChoiceCell
          id="choose-file"
          title={vt('source.file')}
          note={file ? `${file.name} · ${sizeText(file.size)}` : vt('source.file.note')}
          on={source === 'file'}
          onTap={sheet.pick}
        />
        <ChoiceCell
          id="paste"
          title={vt('source.paste')}
          note={vt('source.paste.note')}
          on={source === 'text'}
          onTap={() => {
            sheet.leave()
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
        {sheet.complaint ?? errorAt('source') ?? ''}
      </View>
    </>
  )
}
