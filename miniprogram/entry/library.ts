import Taro from '@tarojs/taro'
import { entryText } from './texts'

/** The oldest base library this runs on: being asked before anything private is touched, and good random numbers. */
export const leastLibrary = '2.32.3'

/** What an older one would break at is said once, at the start, with the way out; the rest of the app goes on. */
export async function warnOfOldLibrary(): Promise<void> {
  if (!isOlder(libraryVersion(), leastLibrary)) return
  const canUpdate = Taro.canIUse('updateWeChatApp')
  const { confirm } = await Taro.showModal({
    title: entryText('old.title'),
    content: entryText('old.text'),
    confirmText: entryText(canUpdate ? 'old.update' : 'old.seen'),
    showCancel: canUpdate,
  })
  if (confirm && canUpdate) await Taro.updateWeChatApp({})
}

/** By its numbers, not by its letters: 2.9.0 is older than 2.32.3. What is no version is not older. */
export function isOlder(version: string, than: string): boolean {
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version)) return false
  const [own, other] = [numbersOf(version), numbersOf(than)]
  const at = other.findIndex((number, index) => (own[index] ?? 0) !== number)
  // Where none differs there is nothing in either.
  return (own[at] ?? 0) < (other[at] ?? 0)
}

const numbersOf = (version: string) => version.split('.').map(Number)

function libraryVersion(): string {
  try {
    return String(Taro.getAppBaseInfo().SDKVersion)
  } catch {
    return olderWay()
  }
}

/** Libraries that do not know `getAppBaseInfo` are older than the oldest. */
function olderWay(): string {
  try {
    return String(Taro.getSystemInfoSync().SDKVersion)
  } catch {
    return ''
  }
}
