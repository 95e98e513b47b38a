import { useCallback } from 'react'
import { useAnswer } from '../cloud/answer'
import { type ActionFailureError, callAction } from '../cloud/call'
import type { Role } from '../cloud/types'

interface RoleState {
  /** undefined: not asked yet · null: not an operator. */
  role: Role | null | undefined
  failure: ActionFailureError | null
  ask: () => Promise<Role | null>
  claim: (code: string) => Promise<Role | null>
}

interface Me {
  role: Role | null
}

/** From page to page. */
let known: Me | null = null

/** What this person may do with batches; the server decides anew at every act. */
export function useRole(): RoleState {
  const { answer, failure, ask, learn } = useAnswer<Me>({ first: known })
  return {
    role: answer?.role,
    failure,
    ask: useCallback(async () => {
      const me = await ask(() => callAction('operator.me', {}))
      known = me ?? known
      return me?.role ?? null
    }, [ask]),
    claim: useCallback(
      async (code: string) => {
        known = await callAction('operator.claim', { code })
        learn(known)
        return known.role
      },
      [learn],
    ),
  }
}
