import { Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { FileResult } from '../cloud/types'
import { Cell, CellGroup } from '../components/cell'
import { ChoiceCell } from '../components/choice'
import { classes } from '../components/classes'
import type { SheetFile } from '../files/pick-sheet'
import { sizeText } from '../files/size-text'
import { operatorText } from './texts'
import { useSheetSource } from './use-sheet-source'
import './sheet-source.css'

/** A list that was picked or pasted; what was not chosen is kept, in case it is chosen again. */
export interface SheetDraft {
  file: SheetFile | null
  text: string
}

interface SheetSourceProps {
  title: string
  draft: SheetDraft & { source: string | null }
  /** Of the text: the first headings there may be. */
  placeholder: string
  templateNote: string
  error: string | null
  fetchTemplate: () => Promise<FileResult>
  onChange: (change: Partial<SheetDraft & { source: 'file' | 'text' }>) => void
  /** Another way to say who, beside the file and the text. `leave`: takes back what was complained about the file. */
  another?: (leave: () => void) => ReactNode
}

/** Where a list comes from: a spreadsheet or pasted text; and the template to make one from. */
export function SheetSource(props: SheetSourceProps) {
  const { title, draft, placeholder, templateNote, error, fetchTemplate, onChange, another } = props
  const { file, source, text } = draft
  const sheet = useSheetSource(picked => onChange({ source: 'file', file: picked }), fetchTemplate)
  return (
    <>
      <CellGroup id="field-source" title={title}>
        <View className="b-source__ways" aria-role="radiogroup">
          <ChoiceCell
            id="choose-file"
            title={operatorText('source.file')}
            note={file ? `${file.name} · ${sizeText(file.size)}` : operatorText('source.file.note')}
            on={source === 'file'}
            onTap={sheet.pick}
          />
          <ChoiceCell
            id="paste"
            title={operatorText('source.paste')}
            note={operatorText('source.paste.note')}
            on={source === 'text'}
            onTap={() => {
              sheet.leave()
              onChange({ source: 'text' })
            }}
          />
          <View className={classes('b-source__paste', { 'c-hidden': source !== 'text' })}>
            <Textarea
              id="paste-text"
              className="b-source__text"
              placeholderClass="c-field__placeholder"
              aria-label={operatorText('source.paste')}
              value={text}
              maxlength={-1}
              placeholder={placeholder}
              onInput={event => onChange({ text: event.detail.value })}
            />
          </View>
          {another?.(sheet.leave)}
        </View>
        <Cell
          id="template"
          title={operatorText('source.template')}
          note={sheet.preparing ? operatorText('source.template.busy') : templateNote}
          onTap={sheet.openTemplate}
        />
      </CellGroup>
      <View id="error-source" className="b-source__error" aria-role="alert">
        {sheet.complaint ?? error ?? ''}
      </View>
      <View className="c-group__note">{operatorText('source.note')}</View>
    </>
  )
}
