import { faultOf, type Kind } from '../../../form/typed'
import type { KeyOf, Params } from '../../../i18n'
import type { startText } from './texts'

/** An error shown at one field: `field` is the id of the field on the page. */
export interface FieldError {
  field: string
  text: KeyOf<typeof startText>
  params?: Params
}

/** A field, what is typed there, and what is said when that has no right form. */
export interface TypedField extends FieldError {
  kind: Kind
  typed: string
}

/** The first field whose text cannot be sent; where it may be meant otherwise, that is asked. */
export function firstFault(fields: readonly TypedField[]): FieldError | null {
  for (const { field, text, kind, typed } of fields) {
    const fault = faultOf(kind, typed)
    if (fault === null) continue
    const { suggestion } = fault
    return suggestion === null ? { field, text } : { field, text: 'error.unclear', params: { suggestion } }
  }
  return null
}

/** Looks up where an error of the server is shown; null when it belongs to the whole form. */
export function errorAt(
  errors: Readonly<Record<string, FieldError>>,
  path: string | undefined,
): FieldError | null {
  return path !== undefined && Object.keys(errors).includes(path) ? (errors[path] ?? null) : null
}
