import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import './index.css'

interface LayoutProps {
  children: ReactNode
  /** Uses all of a wide window; without it the lines stay short enough to read. */
  wide?: boolean
}

/** The root of every page: it carries the design tokens, so all other components must stand inside one. */
export function Layout({ children, wide }: LayoutProps) {
  return <View className={classes('c-layout', { 'c-layout--wide': wide })}>{children}</View>
}
