import { act, respond } from '../tencent/actions'
import { actionsOf, idIndex } from '../tencent/environment-actions'
import { type CollectionState, createState, type IndexState } from '../tencent/state'
import type { Store } from './store'

/** Tencent Cloud's `tcb` API over the collections of this cloud: what set-up makes and closes is what clients meet. */
export type Administration = (action: string, parameters: Record<string, unknown>) => Record<string, unknown>

/** Indexes, storage rights and logs have no effect here, and are forgotten at the end of the process. */
export function createAdministration(store: Store, envId: string): Administration {
  const indexes = new Map<string, IndexState[]>()
  const indexesOf = (name: string): IndexState[] => {
    const known = indexes.get(name) ?? [idIndex()]
    indexes.set(name, known)
    return known
  }
  const state = {
    ...createState(envId),
    collections: {
      keys: store.collectionNames,
      has: store.hasCollection,
      get: (name: string) =>
        store.hasCollection(name) ? collectionOf(store, name, indexesOf(name)) : undefined,
      set: (name: string, { acl }: CollectionState) => {
        // Rights first: there is no moment at which it is there and has the rights of a new one.
        store.setRights(name, acl)
        store.createCollection(name)
      },
    },
  }
  const actions = actionsOf(state)
  return (action, parameters) => respond(() => act(actions, action, parameters))
}

function collectionOf(store: Store, name: string, indexes: IndexState[]): CollectionState {
  return {
    indexes,
    get acl() {
      return store.rightsOf(name) ?? 'PRIVATE'
    },
    set acl(rights) {
      store.setRights(name, rights)
    },
  }
}
