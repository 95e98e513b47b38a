import { faultOf, type Kind, rightForm } from '../../../form/typed'
import type { KeyOf, Params } from '../../../i18n'
import type { startText } from './texts'

type StartText = KeyOf<typeof startText>

/** An error shown at one field: `field` is the id of the field on the page. */
export interface FieldError {
  field: string
  text: StartText
  params?: Params
  /** Nothing is typed there. */
  empty?: true
}

/** A field of a draft `D`, what is typed there, and what is said when that has no right form. */
export interface TypedField<D = unknown> extends FieldError {
  key: keyof D & string
  kind: Kind
  typed: string
  /** Said of an empty one; null: it may be empty. */
  missing: StartText | null
}

/** All fields that cannot be sent as they are; where something may be meant otherwise, that is asked. */
export function faultsOf(fields: readonly TypedField<never>[]): FieldError[] {
  return fields.flatMap(({ field, text, kind, typed, missing }) => {
    if (typed.trim() === '') return missing === null ? [] : [{ field, text: missing, empty: true as const }]
    const fault = faultOf(kind, typed)
    if (fault === null) return []
    const { suggestion } = fault
    return suggestion === null
      ? [{ field, text }]
      : [{ field, text: 'error.unclear' as const, params: { suggestion } }]
  })
}

/** What a paste brought along goes once the field is left; what has no right form stays for its person to see. */
export function tidied(
  fields: readonly TypedField<never>[],
  left: string,
): Readonly<Record<string, string>> | null {
  const found = fields.find(({ field }) => field === left)
  if (!found || found.typed.trim() === '') return null
  const right = rightForm(found.kind, found.typed)
  return right === found.typed ? null : { [found.key]: right }
}

/** Looks up where an error of the server is shown; null when it belongs to the whole form. */
export function errorAt(
  errors: Readonly<Record<string, FieldError>>,
  path: string | undefined,
): FieldError | null {
  return Object.entries(errors).find(([each]) => each === path)?.[1] ?? null
}
