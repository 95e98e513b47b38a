import type { Place } from './check'
import type { InviteDraft } from './draft'

/** What every section of the form is given. */
export interface SectionProps {
  draft: InviteDraft
  /** What is wrong at a place; null when nothing is. */
  errorAt: (place: Place) => string | null
  edit: (part: Partial<InviteDraft>) => void
}
