import { useState } from 'react'

interface DraftStore<D> {
  useDraft: (invitation?: string | null) => [D, (change: Partial<D>) => void]
  clear: (invitation?: string | null) => void
}

/**
 * What was typed. Lives in memory while the app lives, so that a retry needs no retyping; never stored or logged.
 * Each invitation has a draft of its own, apart from that of the form without one.
 */
export function createDraft<D extends object>(empty: D): DraftStore<D> {
  const kept = new Map<string, D>()
  return {
    useDraft(invitation) {
      const key = invitation ?? ''
      const [draft, setDraft] = useState(() => kept.get(key) ?? empty)
      const change = (part: Partial<D>) => {
        const changed = { ...(kept.get(key) ?? empty), ...part }
        kept.set(key, changed)
        setDraft(changed)
      }
      return [draft, change]
    },
    clear(invitation) {
      kept.delete(invitation ?? '')
    },
  }
}
