import type { Log } from '../platform/log'
import type { Store } from '../platform/store'

/**
 * Whether set-up has made every collection; asked until it has, and said once an instance. A run without set-up must
 * write nothing: half the collections would hold what the other half does not know.
 */
export function createSetupCheck(log: Log): (store: Pick<Store, 'missing'>) => Promise<boolean> {
  let isDone = false
  let isSaid = false
  return async store => {
    if (isDone) return true
    const missing = await store.missing()
    isDone = missing.length === 0
    if (!isDone && !isSaid)
      log.error('setup.missing', { code: 'SETUP_MISSING', collections: missing.join(' ') })
    isSaid = true
    return isDone
  }
}
