import type { MemoryStore } from './memory-store'

/** Somebody else does something a moment before the next write of that kind. */
export function meanwhile(
  store: MemoryStore,
  operation: 'insert' | 'replace' | 'remove' | 'updateMany',
  collection: string,
  something: () => Promise<unknown>,
): void {
  store.beforeWrite(async (each, name) => {
    if (each !== operation || name !== collection) return
    store.beforeWrite(() => {})
    await something()
  })
}
