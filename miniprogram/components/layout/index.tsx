import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.css'

/** The root of every page: it carries the design tokens, so all other components must stand inside one. */
export function Layout({ children }: { children: ReactNode }) {
  return <View className="c-layout">{children}</View>
}
