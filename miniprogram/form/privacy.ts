import Taro from '@tarojs/taro'
import { refusalOf } from '../files/refusal'

/** `privacy`: not agreed to · `undeclared`: there is nothing to agree to yet, and asking again does not help. */
export type PrivacyObstacle = { kind: 'privacy' } | { kind: 'undeclared' }

/**
 * WeChat's own privacy guide, asked for before anything is sent; null: agreed to, or a WeChat too old to know it. WeChat
 * says errno 104 both to who refused and where the guide is not in effect: only the first still has to agree.
 */
export async function authorizePrivacy(): Promise<PrivacyObstacle | null> {
  if (typeof Taro.requirePrivacyAuthorize !== 'function') return null
  const refused = await new Promise<{ error: unknown } | null>(resolve => {
    Taro.requirePrivacyAuthorize({
      success: () => resolve(null),
      fail: (error: unknown) => resolve({ error }),
    })
  })
  if (!refused) return null
  const isUndeclared = refusalOf(refused.error) === 'undeclared' || !(await isAsked())
  return { kind: isUndeclared ? 'undeclared' : 'privacy' }
}

/** Whether WeChat still waits for somebody to agree; true where it does not tell. */
function isAsked(): Promise<boolean> {
  if (typeof Taro.getPrivacySetting !== 'function') return Promise.resolve(true)
  return new Promise(resolve => {
    Taro.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization),
      fail: () => resolve(true),
    })
  })
}
