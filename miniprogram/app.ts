import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => Taro.cloud.init({ traceUser: true }))
  return children
}
