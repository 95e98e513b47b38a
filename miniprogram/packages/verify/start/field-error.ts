import type { KeyOf } from '../../../i18n'
import type { formText } from './texts'

/** An error shown at one field: `field` is the id of the field on the page. */
export interface FieldError {
  field: string
  text: KeyOf<typeof formText>
}

/** Looks up where an error of the server is shown; null when it belongs to the whole form. */
export function placeOf(
  places: Readonly<Record<string, FieldError>>,
  path: string | undefined,
): FieldError | null {
  return path !== undefined && Object.keys(places).includes(path) ? (places[path] ?? null) : null
}
