import type { Storage } from './types'

export function memoryStorage(): Storage {
  const items = new Map<string, string>()
  return {
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: key => void items.delete(key),
    keys: () => [...items.keys()],
  }
}

/** Keeps the phone's memory across reloads; `prefix` separates users and apps. */
export function browserStorage(prefix: string): Storage {
  const store = window.localStorage
  return {
    getItem: key => store.getItem(prefix + key),
    setItem: (key, value) => store.setItem(prefix + key, value),
    removeItem: key => store.removeItem(prefix + key),
    keys: () =>
      Object.keys(store)
        .filter(key => key.startsWith(prefix))
        .map(key => key.slice(prefix.length)),
  }
}
