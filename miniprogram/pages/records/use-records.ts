import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../cloud/call'
import { useOnce } from '../../cloud/once'
import type { VerificationView } from '../../cloud/types'
import { merge } from './merge'

const pageSize = 20

interface Records {
  items: VerificationView[]
  failure: ActionFailureError | null
  loaded: boolean
  hasMore: boolean
  /** Newest page; what was already scrolled to stays. */
  refresh: () => Promise<void>
  more: () => Promise<void>
}

export function useRecords(): Records {
  const [items, setItems] = useState<VerificationView[]>([])
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [loaded, setLoaded] = useState(false)
  const [hasMore, setHasMore] = useState(false)
  const cursor = useRef<string | null>(null)
  const { once } = useOnce<'before' | 'after'>()
  const first = useRef(true)

  const fetch = useCallback(
    async (side: 'before' | 'after') => {
      await once(side, async () => {
        try {
          const from = side === 'after' && cursor.current !== null ? { cursor: cursor.current } : {}
          const answer = await callAction('verification.list', { limit: pageSize, ...from })
          setItems(shown => merge(shown, answer.items, side))
          // The first page moves the end of the list only when nothing has been scrolled to yet.
          if (side === 'after' || first.current) {
            cursor.current = answer.nextCursor
            setHasMore(answer.nextCursor !== null)
          }
          first.current = false
          setLoaded(true)
          setFailure(null)
        } catch (error) {
          setFailure(toFailure(error))
        }
      })
    },
    [once],
  )

  const refresh = useCallback(() => fetch('before'), [fetch])
  const more = useCallback(async () => {
    if (cursor.current !== null) await fetch('after')
  }, [fetch])

  return { items, failure, loaded, hasMore, refresh, more }
}
