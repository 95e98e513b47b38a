import { callAction } from '../../../cloud/call'
import { ChoiceCell } from '../../../components/choice'
import { language } from '../../../i18n'
import { SheetSource } from '../../../operator/sheet-source'
import type { BatchDraft } from './draft'
import { createText } from './texts'

interface SourceProps {
  draft: BatchDraft
  error: string | null
  onChange: (change: Partial<BatchDraft>) => void
}

/** Where the organizations come from: a file, pasted text, or one by one. */
export function Source({ draft, error, onChange }: SourceProps) {
  return (
    <SheetSource
      title={createText('source')}
      draft={draft}
      placeholder={createText('source.paste.placeholder')}
      templateNote={createText('source.template.note')}
      error={error}
      fetchTemplate={() => callAction('batch.template', { language: language() })}
      onChange={onChange}
      another={leave => (
        <ChoiceCell
          id="one-by-one"
          title={createText('source.empty')}
          note={createText('source.empty.note')}
          on={draft.source === 'empty'}
          onTap={() => {
            leave()
            onChange({ source: 'empty' })
          }}
        />
      )}
    />
  )
}
