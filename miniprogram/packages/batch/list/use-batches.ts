import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { BatchView } from '../../../cloud/types'

const pageSize = 20
/** What the contract allows at once. */
const most = 50

interface Batches {
  items: BatchView[]
  failure: ActionFailureError | null
  loaded: boolean
  hasMore: boolean
  /** From the newest on, as many as are shown already. */
  refresh: () => Promise<void>
  more: () => Promise<void>
}

export function useBatches(): Batches {
  const [items, setItems] = useState<BatchView[]>([])
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [loaded, setLoaded] = useState(false)
  const [hasMore, setHasMore] = useState(false)
  const cursor = useRef<string | null>(null)
  const shown = useRef(0)
  const running = useRef(false)

  const fetch = useCallback(async (from: string | null) => {
    if (running.current) return
    running.current = true
    try {
      const limit = from === null ? Math.min(Math.max(shown.current, pageSize), most) : pageSize
      const answer = await callAction('batch.list', { limit, ...(from === null ? {} : { cursor: from }) })
      setItems(before => {
        const next = from === null ? answer.items : withoutDoubles([...before, ...answer.items])
        shown.current = next.length
        return next
      })
      cursor.current = answer.nextCursor
      setHasMore(answer.nextCursor !== null)
      setLoaded(true)
      setFailure(null)
    } catch (error) {
      setFailure(toFailure(error))
    }
    running.current = false
  }, [])

  const refresh = useCallback(() => fetch(null), [fetch])
  const more = useCallback(async () => {
    if (cursor.current !== null) await fetch(cursor.current)
  }, [fetch])

  return { items, failure, loaded, hasMore, refresh, more }
}

function withoutDoubles(batches: BatchView[]): BatchView[] {
  return [...new Map(batches.map(each => [each.id, each])).values()]
}
