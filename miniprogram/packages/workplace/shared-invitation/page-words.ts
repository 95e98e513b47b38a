import type { FallbackMode, PageField, Subject } from '../../../cloud/types'
import { modeText } from '../../../status/mode-texts'
import { invitationText } from './texts'
import { fieldLabel } from './words'

/** Another way to verify, should the first one fail. */
export function fallbackText(mode: FallbackMode): string {
  return mode === 'manualReview' ? invitationText('manualReview') : modeText(mode)
}

/** What the vendor's page may let the invitee change. */
export function pageFieldText(field: PageField, subject: Subject): string {
  return field === 'licence' ? invitationText('field.licence') : fieldLabel(field, subject)
}
