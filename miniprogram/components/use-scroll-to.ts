import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Brings `#id` into sight once there is a cause to, and again for another cause. */
export function useScrollTo(id: string, cause: unknown): void {
  useEffect(() => {
    if (cause) Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -24 }).catch(() => undefined)
  }, [id, cause])
}
