import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

/**
 * A box of its own for what comes and goes. When a child is added or taken away, Taro sends all its siblings anew;
 * in here there are none, and what stands around stays as it is on the screen.
 */
export function Apart({ children }: { children: ReactNode }) {
  return <View>{children}</View>
}
