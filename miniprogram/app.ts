import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { cloudEnvironment } from './cloud/environment'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => Taro.cloud.init({ traceUser: true, ...cloudEnvironment() }))
  return children
}
