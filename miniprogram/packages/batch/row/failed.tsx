import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { failureText } from '../../../i18n'
import type { Act, RowPage } from './use-row'

/** What went wrong with one of these acts, said beside its button. */
export function Failed({ page, acts }: { page: RowPage; acts: readonly Act[] }) {
  const { failure } = page
  return (
    <Apart>
      {failure && acts.includes(failure.kind) && (
        <Notice id="failed" kind="error">
          {failureText(failure.error)}
        </Notice>
      )}
    </Apart>
  )
}
