import { useCallback } from 'react'
import { useAnswer } from '../../cloud/answer'
import { callAction } from '../../cloud/call'
import type { VerificationView } from '../../cloud/types'

/** The open verification to go on with, if there is one. Not finding out is no reason to disturb the page. */
export function useResume(): { open: VerificationView | null; look: () => Promise<void> } {
  // After a failure the card of before stays; the page of the verification says what is wrong.
  const { answer, ask } = useAnswer<VerificationView[]>()
  const look = useCallback(async () => {
    await ask(async () => (await callAction('verification.list', { limit: 3 })).items)
  }, [ask])
  return { open: answer?.find(({ phase }) => phase === 'act' || phase === 'wait') ?? null, look }
}
