import { useCallback, useEffect, useRef, useState } from 'react'
import { type ActionFailureError, toFailure } from '../cloud/call'

const pageSize = 20
/** What the contract allows at once. */
const most = 50

interface Page<T> {
  items: T[]
  nextCursor: string | null
}
export type LoadPage<T> = (page: { limit: number; cursor?: string }) => Promise<Page<T>>

export interface Pages<T> {
  items: T[]
  failure: ActionFailureError | null
  loaded: boolean
  hasMore: boolean
  /** From the newest on, as many as are shown already. */
  refresh: () => Promise<void>
  more: () => Promise<void>
}

/** A list read page by page. Another `load` is another list: it is read anew once the first was asked for. */
export function usePages<T extends { id: string }>(load: LoadPage<T>): Pages<T> {
  const [items, setItems] = useState<T[]>([])
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [loaded, setLoaded] = useState(false)
  const [hasMore, setHasMore] = useState(false)
  const cursor = useRef<string | null>(null)
  const shown = useRef(0)
  /** Counts readings from the start; what an earlier one answers late is dropped. */
  const reading = useRef(0)
  const fetchingMore = useRef(false)
  const asked = useRef<LoadPage<T> | null>(null)

  const refresh = useCallback(async () => {
    reading.current += 1
    const turn = reading.current
    asked.current = load
    try {
      const answer = await load({ limit: Math.min(Math.max(shown.current, pageSize), most) })
      if (turn !== reading.current) return
      shown.current = answer.items.length
      cursor.current = answer.nextCursor
      setItems(answer.items)
      setHasMore(answer.nextCursor !== null)
      setLoaded(true)
      setFailure(null)
    } catch (error) {
      if (turn === reading.current) setFailure(toFailure(error))
    }
  }, [load])

  const more = useCallback(async () => {
    const from = cursor.current
    if (from === null || fetchingMore.current) return
    fetchingMore.current = true
    const turn = reading.current
    try {
      const answer = await load({ limit: pageSize, cursor: from })
      if (turn === reading.current) {
        cursor.current = answer.nextCursor
        setItems(before => {
          const next = withoutDoubles([...before, ...answer.items])
          shown.current = next.length
          return next
        })
        setHasMore(answer.nextCursor !== null)
        setFailure(null)
      }
    } catch (error) {
      if (turn === reading.current) setFailure(toFailure(error))
    }
    fetchingMore.current = false
  }, [load])

  useEffect(() => {
    if (asked.current === null || asked.current === load) return
    shown.current = 0
    cursor.current = null
    setItems([])
    setLoaded(false)
    setHasMore(false)
    setFailure(null)
    refresh()
  }, [load, refresh])

  return { items, failure, loaded, hasMore, refresh, more }
}

function withoutDoubles<T extends { id: string }>(items: T[]): T[] {
  return [...new Map(items.map(each => [each.id, each])).values()]
}
