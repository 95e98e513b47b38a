import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** ms, told anew every half minute while somebody looks; texts that stay the same are not sent again. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now())
  useDidShow(() => setNow(Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
