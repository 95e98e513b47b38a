import { commonText, type KeyOf } from '../../../i18n'
import type { FieldError } from './field-error'
import { startText } from './texts'

type Label = KeyOf<typeof startText>

/** A field some vendors cannot do without: its name, and what is said at it while it is empty. */
export interface RequirableField {
  label: Label
  missing: FieldError
}

/** What is said at those of the required fields that are empty. */
export function missingFields<F extends string>(
  required: readonly F[],
  fields: Readonly<Record<F, RequirableField>>,
  typed: Readonly<Record<F, string>>,
): FieldError[] {
  return required.filter(field => typed[field].trim() === '').map(field => fields[field].missing)
}

/** `姓名、证件号码`. */
export function listOf(labels: readonly Label[]): string {
  return labels.map(label => startText(label)).join(commonText('and'))
}

/** What must be done before the start, by the names of the fields that are needed. */
export function missingText(labels: readonly Label[]): string {
  return labels.length === 0
    ? startText('missing.consent')
    : startText('start.missing', { fields: listOf(labels) })
}
