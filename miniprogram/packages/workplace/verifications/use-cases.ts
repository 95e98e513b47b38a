import { useCallback, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { CaseView } from '../../../cloud/types'
import { everything, filtersOf, type Query } from './query'

const pageSize = 20
/** What the contract allows at once. */
const most = 50

export interface Cases {
  /** What is shown, or about to be. */
  query: Query
  items: CaseView[]
  failure: ActionFailureError | null
  /** The first page of this query is here. */
  loaded: boolean
  hasMore: boolean
  search: (query: Query) => Promise<void>
  /** From the newest on, as many as are shown already. */
  refresh: () => Promise<void>
  more: () => Promise<void>
}

export function useCases(): Cases {
  const [query, setQuery] = useState(everything)
  const [items, setItems] = useState<CaseView[]>([])
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [loaded, setLoaded] = useState(false)
  const [cursor, setCursor] = useState<string | null>(null)
  // A new query does not wait for the answer to the one before; that comes too late then.
  const requests = useRef(0)
  const paging = useRef(false)

  const fetch = useCallback(async (of: Query, from: string | null, limit: number, shown: CaseView[]) => {
    requests.current += 1
    const request = requests.current
    try {
      const rest = from === null ? {} : { cursor: from }
      const answer = await callAction('workplace.verifications', { ...filtersOf(of), limit, ...rest })
      if (request !== requests.current) return
      setCursor(answer.nextCursor)
      setItems(withoutDoubles([...shown, ...answer.items]))
      setLoaded(true)
      setFailure(null)
    } catch (error) {
      if (request === requests.current) setFailure(toFailure(error))
    }
  }, [])

  const search = (next: Query) => {
    setQuery(next)
    setItems([])
    setLoaded(false)
    setFailure(null)
    setCursor(null)
    return fetch(next, null, pageSize, [])
  }
  const refresh = () => fetch(query, null, Math.min(Math.max(items.length, pageSize), most), [])
  const more = async () => {
    if (cursor === null || paging.current) return
    paging.current = true
    await fetch(query, cursor, pageSize, items)
    paging.current = false
  }

  return { query, items, failure, loaded, hasMore: cursor !== null, search, refresh, more }
}

function withoutDoubles(cases: CaseView[]): CaseView[] {
  return [...new Map(cases.map(each => [each.id, each])).values()]
}
