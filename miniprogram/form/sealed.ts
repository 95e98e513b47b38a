import Taro from '@tarojs/taro'

/** ms for which what was typed outlives the app. */
export const keptFor = 30 * 60_000

/** The first base library whose storage can seal; older ones would write in the clear without saying so. */
const firstToSeal = [2, 21, 3] as const

/** Must be said by whoever writes and by whoever reads. */
const sealing = { encrypt: true }

interface Kept {
  until: number
  what: unknown
}

/**
 * Keeps something on the phone for half an hour, sealed by WeChat (AES; the key stays with WeChat and the account). Where
 * WeChat cannot seal, nothing is kept. Never fails: it is a convenience.
 * https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorage.html
 */
export async function seal(key: string, what: unknown): Promise<void> {
  if (!canSeal()) return
  const kept: Kept = { until: Date.now() + keptFor, what }
  const sealed = { key, data: JSON.stringify(kept), ...sealing }
  await Taro.setStorage(sealed).catch(() => undefined)
}

/** What is kept there and not too old; what is too old goes. */
export async function unseal(key: string): Promise<unknown> {
  if (!canSeal()) return null
  try {
    const sealed = { key, ...sealing }
    const { data } = await Taro.getStorage<string>(sealed)
    const { until, what }: Kept = JSON.parse(data)
    const rest = until - Date.now()
    // A clock set back does not prolong it.
    if (rest > 0 && rest <= keptFor) return what
    forget(key)
  } catch {
    // Nothing is kept there.
  }
  return null
}

export function forget(key: string): void {
  Taro.removeStorage({ key }).catch(() => undefined)
}

function canSeal(): boolean {
  const parts = version().split('.').map(Number)
  for (const [at, least] of firstToSeal.entries()) {
    const part = parts[at] ?? 0
    if (part !== least) return part > least
  }
  return true
}

function version(): string {
  try {
    return Taro.getAppBaseInfo().SDKVersion ?? older()
  } catch {
    return older()
  }
}

/** Versions of WeChat that do not know `getAppBaseInfo`. */
function older(): string {
  try {
    return Taro.getSystemInfoSync().SDKVersion ?? ''
  } catch {
    return ''
  }
}
