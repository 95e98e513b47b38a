import { useCallback, useState } from 'react'
import { callAction } from '../../cloud/call'
import type { VerificationView } from '../../cloud/types'

/** The open verification to go on with, if there is one. Not finding out is no reason to disturb the page. */
export function useResume(): { open: VerificationView | null; look: () => Promise<void> } {
  const [open, setOpen] = useState<VerificationView | null>(null)
  const look = useCallback(async () => {
    try {
      const { items } = await callAction('verification.list', { limit: 3 })
      setOpen(items.find(each => each.phase === 'act' || each.phase === 'wait') ?? null)
    } catch {
      // The card of before stays; the page of the verification says what is wrong.
    }
  }, [])
  return { open, look }
}
