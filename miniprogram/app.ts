import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { cloudEnvironment } from './cloud/environment'
import { warnOfOldLibrary } from './entry/library'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    Taro.cloud.init({ traceUser: true, ...cloudEnvironment() })
    // Nothing waits for it, and nothing depends on it.
    warnOfOldLibrary().catch(() => undefined)
  })
  return children
}
