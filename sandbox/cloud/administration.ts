import { act, respond } from '../tencent/actions'
import { actionsOf, idIndex } from '../tencent/environment-actions'
import { type CollectionState, createState, type IndexState } from '../tencent/state'
import type { IndexRow, Store } from './store'

/** Tencent Cloud's `tcb` API over the collections of this cloud: what set-up makes and closes is what clients meet. */
export type Administration = (action: string, parameters: Record<string, unknown>) => Record<string, unknown>

/** Storage rights and logs have no effect here, and are forgotten at the end of the process. */
export function createAdministration(store: Store, envId: string): Administration {
  const state = {
    ...createState(envId),
    collections: {
      keys: store.collectionNames,
      has: store.hasCollection,
      get: (name: string) => (store.hasCollection(name) ? collectionOf(store, name) : undefined),
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

function collectionOf(store: Store, name: string): CollectionState {
  return {
    indexes: [idIndex(), ...store.indexRows(name).map(stateOf)],
    addIndex: ({ Name, Keys }) => {
      const fields = Keys.map(key => `${key.Direction === '-1' ? '-' : ''}${key.Name}`)
      store.addIndex(name, { name: Name, fields })
    },
    get acl() {
      return store.rightsOf(name) ?? 'PRIVATE'
    },
    set acl(rights) {
      store.setRights(name, rights)
    },
  }
}

const stateOf = ({ name, fields }: IndexRow): IndexState => ({
  Name: name,
  Unique: false,
  Keys: fields.map(field => ({
    Name: field.replace('-', ''),
    Direction: field.startsWith('-') ? '-1' : '1',
  })),
})
