import { useCallback, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../cloud/call'
import type { Role } from '../cloud/types'

interface RoleState {
  /** undefined: not asked yet · null: not an operator. */
  role: Role | null | undefined
  failure: ActionFailureError | null
  ask: () => Promise<Role | null>
  claim: (code: string) => Promise<Role | null>
}

let known: Role | null | undefined

/** What this person may do with batches; the server decides anew at every act. */
export function useRole(): RoleState {
  const [role, setRole] = useState(known)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const learn = useCallback((answer: Role | null) => {
    known = answer
    setRole(answer)
    setFailure(null)
    return answer
  }, [])
  const ask = useCallback(async () => {
    try {
      return learn((await callAction('operator.me', {})).role)
    } catch (error) {
      setFailure(toFailure(error))
      return null
    }
  }, [learn])
  const claim = useCallback(
    async (code: string) => learn((await callAction('operator.claim', { code })).role),
    [learn],
  )
  return { role, failure, ask, claim }
}
