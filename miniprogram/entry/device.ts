import Taro from '@tarojs/taro'

const computers: readonly unknown[] = ['windows', 'mac']

/** WeChat on a computer: vendors' mini-programs and cameras are on the phone. */
export function isComputer(): boolean {
  return computers.includes(platform())
}

function platform(): unknown {
  try {
    return Taro.getDeviceInfo().platform
  } catch {
    return older()
  }
}

/** Versions of WeChat that do not know `getDeviceInfo`. */
function older(): unknown {
  try {
    return Taro.getSystemInfoSync().platform
  } catch {
    return null
  }
}
