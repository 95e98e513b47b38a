import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useOnce } from '../cloud/once'
import type { Scanned } from './parse'

interface Scan {
  scan: () => unknown
  /** WeChat could not scan; giving up is no failure. */
  failed: boolean
}

export function useScan(onCode: (code: Scanned) => void): Scan {
  const [failed, setFailed] = useState(false)
  const { once } = useOnce<'scan'>()
  const scan = () =>
    once('scan', async () => {
      setFailed(false)
      await Taro.scanCode({}).then(onCode, reason => setFailed(!/cancel/.test(String(Object(reason).errMsg))))
    })
  return { scan, failed }
}
