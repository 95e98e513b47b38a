import { Textarea, View } from '@tarojs/components'
import type { Column, RowIssue } from '../../../cloud/types'
import { Cell } from '../../../components/cell'
import { classes } from '../../../components/classes'
import { Field } from '../../../components/field'
import { PickerField } from '../../../components/picker-field'
import { batchText, issuesText } from '../shared/texts'
import { isMasked, kindOf } from './form'
import { rowText } from './texts'
import { optionsOf, valueText } from './values'

export interface RowFieldProps {
  column: Column
  saved: string
  /** What was typed over it, if anything. */
  typed: string | undefined
  issues: readonly RowIssue[]
  /** What '' stands for in `authorization`; '' while the batch is not known. */
  ofBatch: string
  onType: (value: string) => void
  onClear: () => void
}

/** What the contract takes of any column. */
const longestAddress = 500

/** One column to be edited, with its issues and the suggestions right below. */
export function RowField(props: RowFieldProps) {
  const { column, saved, typed, issues, onType, onClear } = props
  const suggestions = issues.flatMap(each => (each.suggestion === undefined ? [] : [each.suggestion]))
  return (
    <>
      <Editor {...props} error={issuesText(issues)} />
      {suggestions.map((suggestion, index) => (
        <View
          key={suggestion}
          id={index === 0 ? `fix-${column}` : `fix-${column}-${index + 1}`}
          className="p-row__fix"
          hoverClass="c-button--pressed"
          aria-role="button"
          onClick={() => onType(suggestion)}
        >
          {rowText('fix', { value: valueText(column, suggestion, props.ofBatch) })}
        </View>
      ))}
      {isMasked(saved) && (
        <View className="p-row__masked">
          <View className="p-row__keep">{rowText(maskedNote(typed))}</View>
          {typed === undefined && (
            <View
              id={`clear-${column}`}
              className="p-row__clear"
              hoverClass="c-button--pressed"
              aria-role="button"
              aria-label={`${rowText('masked.clear')} ${batchText(`column.${column}`)}`}
              onClick={onClear}
            >
              {rowText('masked.clear')}
            </View>
          )}
        </View>
      )}
    </>
  )
}

function maskedNote(typed: string | undefined) {
  if (typed === undefined) return 'masked.keep'
  return typed === '' ? 'masked.cleared' : 'masked.replaced'
}

function Editor({ column, saved, typed, ofBatch, error, onType }: RowFieldProps & { error: string }) {
  const label = batchText(`column.${column}`)
  const value = typed ?? saved
  switch (column) {
    case 'adminIdType':
    case 'authorization':
      return (
        <PickerField
          id={column}
          label={label}
          options={optionsOf(column, ofBatch)}
          value={value}
          otherwise={valueText(column, value, ofBatch)}
          error={error}
          onChoose={onType}
        />
      )
    case 'name':
    case 'address':
      return (
        <View
          id={`field-${column}`}
          className={classes('c-cell c-field', { 'c-field--wrong': error !== '' })}
        >
          <View className="c-field__row p-row__row">
            <View className="c-field__label">{label}</View>
            <Textarea
              id={column}
              className="p-row__long"
              placeholderClass="c-field__placeholder"
              aria-label={label}
              value={value}
              maxlength={kindOf(column, {})?.longest ?? longestAddress}
              placeholder={placeholderOf(column, saved, typed)}
              autoHeight
              disableDefaultPadding
              onInput={event => onType(event.detail.value.replace(/\n/g, ''))}
            />
          </View>
          <View id={`error-${column}`} className="c-field__error" aria-role="alert">
            {error}
          </View>
        </View>
      )
    default:
      return (
        <Field
          id={column}
          label={label}
          value={isMasked(saved) ? (typed ?? '') : value}
          placeholder={placeholderOf(column, saved, typed)}
          type={column === 'adminMobile' ? 'number' : 'text'}
          maxlength={kindOf(column, {})?.longest ?? longestAddress}
          error={error}
          onInput={onType}
        />
      )
  }
}

/** The same column, only to be read. */
export function RowFact({ column, saved, issues, ofBatch }: RowFieldProps) {
  return (
    <>
      <Cell
        id={`field-${column}`}
        title={batchText(`column.${column}`)}
        value={valueText(column, saved, ofBatch)}
      />
      {issues.length > 0 && <View className="p-row__issue">{issuesText(issues)}</View>}
    </>
  )
}

function placeholderOf(column: Column, saved: string, typed: string | undefined): string {
  if (isMasked(saved)) return typed === '' ? '' : saved
  switch (column) {
    case 'name':
    case 'creditCode':
      return rowText(`placeholder.${column}`)
    case 'adminMobile':
      return batchText('admin.mobile.placeholder')
    case 'address':
    case 'adminIdNumber':
      return rowText('placeholder.optional')
    default:
      return ''
  }
}
