import type { Counter } from '../domain/counter'
import { changeOrBegin } from './change'
import type { Store } from './store'
import type { Trouble, TroubleBook } from './troubleBook'

/** One document a vendor among the counters; those that no longer count are cleared with them. */
export function createTroubleBook(
  store: Pick<Store, 'get' | 'insert' | 'replace'>,
  vendor: string,
): TroubleBook {
  const id = `trouble:${vendor}`
  return {
    read: async () => readable(await store.get('counters', id)),
    async change(decide) {
      const { document, changed } = await changeOrBegin(store, 'counters', id, before => {
        const next = decide(readable(before))
        if (!next) return null
        const { weight: value, notBefore, pause, until, trying } = next
        return { value, notBefore, pause, until, trying }
      })
      return { now: readable(document), changed }
    },
  }
}

function readable(counter: Counter | null): Trouble | null {
  if (!counter) return null
  const { value: weight, notBefore = 0, pause = 0, until = 0, trying = false } = counter
  return { weight, notBefore, pause, until, trying }
}
