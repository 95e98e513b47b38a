import { useCallback, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { CaseResult } from '../../../cloud/types'

export interface CaseState {
  /** As last known; a failure does not take it away. */
  result: CaseResult | null
  failure: ActionFailureError | null
  /** There is no such verification, or the id is none. */
  missing: boolean
  load: () => Promise<void>
}

export function useCase(id: string): CaseState {
  const [result, setResult] = useState<CaseResult | null>(null)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const load = useCallback(async () => {
    if (id === '') return
    try {
      setResult(await callAction('workplace.verification', { id }))
      setFailure(null)
    } catch (error) {
      setFailure(toFailure(error))
    }
  }, [id])
  const missing = id === '' || failure?.code === 'NOT_FOUND' || failure?.code === 'INVALID_INPUT'
  return { result, failure, missing, load }
}
