import type { ApiModule } from '../context'
import { ApiFailure, text } from '../registry'

/** WeChat's limit for one key, bytes. */
const largestValue = 1024 * 1024
const prefix = 'app:'

export const storageApi: ApiModule = ({ phone, registry }) => {
  const { storage } = phone
  const get = (key: string): unknown => {
    const found = storage.getItem(prefix + key)
    return found === null ? undefined : JSON.parse(found).data
  }
  const set = (key: string, value: unknown) => {
    const json = JSON.stringify({ data: value })
    if (json.length > largestValue) throw new ApiFailure('entry size limit reached')
    storage.setItem(prefix + key, json)
  }
  const remove = (key: string) => storage.removeItem(prefix + key)
  const keys = () =>
    storage
      .keys()
      .filter(key => key.startsWith(prefix))
      .map(key => key.slice(prefix.length))
  const clear = () => {
    for (const key of keys()) remove(key)
  }
  const info = () => ({ keys: keys(), currentSize: 1, limitSize: 10240 })

  // Sealed or not is part of where it is: whoever reads must say the same as whoever wrote.
  registry.api('getStorage', options => {
    const kept = get(text(options.key))
    const sealed = kept instanceof Object && 'sealed' in kept ? String(kept.sealed) : null
    if (kept === undefined || (sealed !== null) !== (options.encrypt === true))
      throw new ApiFailure('data not found')
    return { data: sealed === null ? kept : JSON.parse(decodeURIComponent(atob(sealed))) }
  })
  registry.api('setStorage', options => {
    // Not AES, but nothing that was stored can be read in it.
    const sealed = () => ({ sealed: btoa(encodeURIComponent(JSON.stringify(options.data))) })
    set(text(options.key), options.encrypt === true ? sealed() : options.data)
  })
  registry.api('removeStorage', options => remove(text(options.key)))
  registry.api('clearStorage', clear)
  registry.api('getStorageInfo', info)
  registry.sync('getStorageSync', (key: string) => get(key) ?? '')
  registry.sync('setStorageSync', (key: string, value: unknown) => set(key, value))
  registry.sync('removeStorageSync', (key: string) => remove(key))
  registry.sync('clearStorageSync', clear)
  registry.sync('getStorageInfoSync', info)
}
