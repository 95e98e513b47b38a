import { useCallback, useEffect } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import type { ActionResults, Hint, VerificationView, Way } from '../../../cloud/types'

type Renewed = ActionResults['verification.renew']

interface Verification {
  /** As last known; an older state never takes the place of a newer one. */
  view: VerificationView | null
  failure: ActionFailureError | null
  load: () => Promise<void>
  refresh: (hint?: Hint) => Promise<void>
  cancel: () => Promise<void>
  confirmNumber: (phoneCode: string) => Promise<void>
  renew: (attempt: number, way: Way) => Promise<Renewed | null>
}

const dated = ({ updatedAt }: VerificationView) => updatedAt

/** One verification as the server tells it; every answer passes through the same door. */
export function useVerification(id: string): Verification {
  const { answer: view, failure, ask } = useAnswer<VerificationView>({ dated })

  const load = useCallback(async () => {
    await ask(async () => (await callAction('verification.get', { id })).verification)
  }, [ask, id])

  const refresh = useCallback(
    async (hint?: Hint) => {
      const input = hint ? { id, hint } : { id }
      await ask(async () => (await callAction('verification.refresh', input)).verification)
    },
    [ask, id],
  )

  const cancel = useCallback(async () => {
    await ask(async () => (await callAction('verification.cancel', { id })).verification)
  }, [ask, id])

  const confirmNumber = useCallback(
    async (phoneCode: string) => {
      await ask(async () => (await callAction('verification.confirmNumber', { id, phoneCode })).verification)
    },
    [ask, id],
  )

  const renew = useCallback(
    async (attempt: number, way: Way) => {
      let renewed: Renewed | null = null
      await ask(async () => {
        renewed = await callAction('verification.renew', { id, attempt, way })
        return renewed.verification
      })
      return renewed
    },
    [ask, id],
  )

  useEffect(() => {
    load()
  }, [load])

  return { view, failure, load, refresh, cancel, confirmNumber, renew }
}
