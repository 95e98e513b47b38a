import { useCallback, useEffect, useRef } from 'react'
import { useAnswer } from './answer'
import type { ActionFailureError } from './call'
import { useOnce } from './once'

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
  /** From the newest on; what was already scrolled to stays. */
  refresh: () => Promise<void>
  more: () => Promise<void>
}

/** A list read page by page. Another `load` is another list: it is read anew once the first was asked for. */
export function usePages<T extends { id: string }>(load: LoadPage<T>): Pages<T> {
  const { answer, failure, ask, learn } = useAnswer<Page<T>>()
  const { once } = useOnce<'more'>()
  // Refs, because the end of the list may be reached before the state has changed.
  const shown = useRef<Page<T> | null>(null)
  const reading = useRef<Promise<unknown> | null>(null)
  const asked = useRef<LoadPage<T> | null>(null)

  const read = useCallback(
    async (question: () => Promise<Page<T>>) => {
      const found = await ask(question)
      if (found) shown.current = found
    },
    [ask],
  )

  const refresh = useCallback(async () => {
    asked.current = load
    const before = shown.current
    const limit = Math.min(Math.max(before?.items.length ?? 0, pageSize), most)
    reading.current = read(async () => withRest(await load({ limit }), before))
    await reading.current
  }, [load, read])

  const more = useCallback(async () => {
    await once('more', async () => {
      // What is being read anew would be overtaken.
      await reading.current
      const [list, before] = [asked.current, shown.current]
      const cursor = before?.nextCursor
      if (!list || !before || !cursor) return
      await read(async () => {
        const next = await list({ limit: pageSize, cursor })
        return { ...next, items: withoutDoubles([...before.items, ...next.items]) }
      })
    })
  }, [once, read])

  useEffect(() => {
    if (asked.current === null || asked.current === load) return
    shown.current = null
    learn(null)
    refresh()
  }, [load, refresh, learn])

  return {
    items: answer?.items ?? [],
    failure,
    loaded: answer !== null,
    hasMore: answer !== null && answer.nextCursor !== null,
    refresh,
    more,
  }
}

/** Of a list longer than can be read at once, what comes after the part that was read stays as it was. */
function withRest<T extends { id: string }>(fresh: Page<T>, before: Page<T> | null): Page<T> {
  const last = fresh.items[fresh.items.length - 1]
  if (!before || !last || fresh.nextCursor === null) return fresh
  const at = before.items.findIndex(({ id }) => id === last.id)
  const read = new Set(fresh.items.map(({ id }) => id))
  const rest = at < 0 ? [] : before.items.slice(at + 1).filter(({ id }) => !read.has(id))
  if (rest.length === 0) return fresh
  return { items: [...fresh.items, ...rest], nextCursor: before.nextCursor }
}

function withoutDoubles<T extends { id: string }>(items: T[]): T[] {
  return [...new Map(items.map(each => [each.id, each])).values()]
}
