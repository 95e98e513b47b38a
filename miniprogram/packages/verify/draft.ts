import { useState } from 'react'

interface DraftStore<D> {
  useDraft: () => [D, (change: Partial<D>) => void]
  clear: () => void
}

/** What was typed. Lives in memory while the app lives, so that a retry needs no retyping; never stored or logged. */
export function createDraft<D extends object>(empty: D): DraftStore<D> {
  let kept = empty
  return {
    useDraft() {
      const [draft, setDraft] = useState(kept)
      const change = (part: Partial<D>) => {
        kept = { ...kept, ...part }
        setDraft(kept)
      }
      return [draft, change]
    },
    clear() {
      kept = empty
    },
  }
}
