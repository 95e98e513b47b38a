import { type Key, t } from '../../../i18n'
import type { FieldError } from './field-error'
import { st } from './texts'

/** A field some vendors cannot do without: its name, and what is said at it while it is empty. */
export interface RequirableField {
  label: Key
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
export function listOf(labels: readonly Key[]): string {
  return labels.map(label => t(label)).join(t('common.and'))
}

/** What must be done before the start, by the names of the fields that are needed. */
export function missingText(labels: readonly Key[]): string {
  return labels.length === 0 ? st('missing.consent') : t('form.start.missing', { fields: listOf(labels) })
}
