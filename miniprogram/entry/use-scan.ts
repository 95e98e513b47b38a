import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Scanned } from './parse'

interface Scan {
  scan: () => void
  /** WeChat could not scan; giving up is no failure. */
  failed: boolean
}

export function useScan(onCode: (code: Scanned) => void): Scan {
  const [failed, setFailed] = useState(false)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)
  const scan = () => {
    if (running.current) return
    running.current = true
    setFailed(false)
    Taro.scanCode({})
      .then(onCode, reason => setFailed(!/cancel/.test(String(Object(reason).errMsg))))
      .finally(() => {
        running.current = false
      })
  }
  return { scan, failed }
}
