import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { language } from './define-texts'

/** The page's config holds the Chinese title; other languages replace it. */
export function useTitle(title: string): void {
  useEffect(() => {
    if (language() !== 'zh') Taro.setNavigationBarTitle({ title })
  }, [title])
}
