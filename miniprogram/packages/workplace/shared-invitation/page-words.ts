import type { FallbackMode } from '../../../cloud/types'
import { modeText } from '../../../status/mode-texts'
import { invitationText } from './texts'

/** Another way to verify, should the first one fail. */
export function fallbackText(mode: FallbackMode): string {
  return mode === 'manualReview' ? invitationText('manualReview') : modeText(mode)
}
