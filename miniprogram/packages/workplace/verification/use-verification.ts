import { useCallback } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type ActionFailureError, callAction, isMissing } from '../../../cloud/call'
import type { CaseResult } from '../../../cloud/types'

export interface VerificationState {
  /** As last known; a failure does not take it away. */
  result: CaseResult | null
  failure: ActionFailureError | null
  /** There is no such verification, or the id is none. */
  missing: boolean
  load: () => Promise<void>
}

/** Anybody's verification, as operators see it. */
export function useVerification(id: string): VerificationState {
  const { answer: result, failure, ask } = useAnswer<CaseResult>()
  const load = useCallback(async () => {
    if (id !== '') await ask(() => callAction('workplace.verification', { id }))
  }, [id, ask])
  return { result, failure, missing: id === '' || isMissing(failure), load }
}
