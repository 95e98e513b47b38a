import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { type Key, language, t } from './index'

/** The page's config holds the Chinese title; other languages replace it. */
export function useTitle(key: Key): void {
  useEffect(() => {
    if (language() !== 'zh') Taro.setNavigationBarTitle({ title: t(key) })
  }, [key])
}
