import Taro from '@tarojs/taro'

/** WeChat's own privacy guide, asked for before anything is sent; older versions of WeChat do not know it. */
export function authorizePrivacy(): Promise<boolean> {
  if (typeof Taro.requirePrivacyAuthorize !== 'function') return Promise.resolve(true)
  return new Promise(resolve => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
}
