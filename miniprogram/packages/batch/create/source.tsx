import { Textarea, View } from '@tarojs/components'
import { callAction } from '../../../cloud/call'
import { Cell, CellGroup } from '../../../components/cell'
import { ChoiceCell } from '../../../components/choice'
import { classes } from '../../../components/classes'
import { sizeText } from '../../../files/size-text'
import { language } from '../../../i18n'
import { useSheetSource } from '../../../operator/use-sheet-source'
import type { BatchDraft, SourceKind } from './draft'
import { ct } from './texts'

interface SourceProps {
  draft: BatchDraft
  error: string | null
  onChange: (change: Partial<BatchDraft>) => void
}

/** Where the organizations come from: a file, pasted text, or one by one. */
export function Source({ draft, error, onChange }: SourceProps) {
  const { file } = draft
  const sheet = useSheetSource(
    picked => onChange({ source: 'file', file: picked }),
    () => callAction('batch.template', { language: language() }),
  )
  const choose = (source: SourceKind) => {
    sheet.leave()
    onChange({ source })
  }

  const fileNote = file ? `${file.name} · ${sizeText(file.size)}` : ct('source.file.note')
  return (
    <>
      <CellGroup id="field-source" title={ct('source')} note={ct('source.note')}>
        <View className="p-create__sources" aria-role="radiogroup">
          <ChoiceCell
            id="choose-file"
            title={ct('source.file')}
            note={fileNote}
            on={draft.source === 'file'}
            onTap={sheet.pick}
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
          note={ct(sheet.preparing ? 'source.template.busy' : 'source.template.note')}
          onTap={sheet.openTemplate}
        />
      </CellGroup>
      <View id="error-source" className="p-create__error" aria-role="alert">
        {sheet.complaint ?? error ?? ''}
      </View>
    </>
  )
}
