import { ActionError } from '../domain/errors'
import type { Log } from '../platform/log'
import type { Store } from '../platform/store'

export interface SetupCheck {
  /** The store, which lets nothing be worked on before every collection is there. Throws SETUP_MISSING. */
  checked(store: Store): Store
  /** Says what is missing, once an instance. */
  say(store: Pick<Store, 'missing'>): Promise<void>
}

/**
 * A run without set-up must write nothing: half the collections would hold what the other half does not know. To look
 * costs a read a collection, so an instance looks once, and not before it has found something to do.
 */
export function createSetupCheck(log: Log): SetupCheck {
  let isDone = false
  let isSaid = false
  const say = async (store: Pick<Store, 'missing'>) => {
    if (isSaid) return
    const collections = (await store.missing()).join(' ')
    log.error('setup.missing', { code: 'SETUP_MISSING', collections })
    isSaid = true
  }
  return {
    say,
    checked: store => ({
      ...store,
      async find(collection, options) {
        const found = await store.find(collection, options)
        if (found.length === 0 || isDone) return found
        isDone = (await store.missing()).length === 0
        if (!isDone) throw new ActionError('SETUP_MISSING')
        return found
      },
    }),
  }
}
