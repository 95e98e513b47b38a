import type { FormField } from './check'
import type { InviteDraft } from './draft'

/** What every section of the form is given. */
export interface SectionProps {
  draft: InviteDraft
  /** What is wrong at a field; null when nothing is. */
  errorAt: (field: FormField) => string | null
  edit: (part: Partial<InviteDraft>) => void
}
