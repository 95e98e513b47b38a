import { useScrollTo } from '../../../components/use-scroll-to'
import type { FieldError } from './field-error'
import { startText } from './texts'
import type { Start } from './use-start'

interface FieldErrors {
  /** The error to show at a field, by the field's id. */
  errorAt: (field: string) => string | null
  /** Before a field changes: the old complaint goes. */
  clear: () => void
}

/** Shows the server's complaint at its field and scrolls there; at other fields, what is missing. */
export function useFieldErrors({ obstacle, dismiss }: Start, missing: readonly FieldError[]): FieldErrors {
  const wrong = obstacle?.kind === 'field' ? obstacle.error : null
  useScrollTo(`field-${wrong?.field}`, wrong)
  return {
    errorAt: field => {
      const error = wrong?.field === field ? wrong : missing.find(each => each.field === field)
      return error ? startText(error.text, error.params) : null
    },
    clear: () => {
      if (wrong) dismiss()
    },
  }
}
