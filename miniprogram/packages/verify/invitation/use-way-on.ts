import Taro, { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Redirect } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { follow } from '../../../handoff/follow'
import { isKnownRedirect } from '../../../handoff/known'

/** What became of the way on: nothing in it says that anything was done there. */
export type WayOnTrouble = 'canceled' | 'unavailable' | 'copied' | 'notCopied' | null

/** Leads a verified invitee on, and tells the server that it did. */
export function useWayOn(redirect: Redirect | null, finish: () => Promise<void>, finished: boolean) {
  const [seen, setSeen] = useState<WayOnTrouble>(null)
  const left = useRef(false)
  const { config } = useConfig()

  // The call beside the jump may have been cut off when WeChat put us into the background.
  useDidShow(() => {
    if (left.current && !finished) finish()
  })

  const jump = async ({ appId, path }: Extract<Redirect, { kind: 'miniProgram' }>) => {
    setSeen(null)
    // The first thing in the tap: after anything awaited, WeChat would not count the jump to it.
    const result = await follow(
      { kind: 'miniProgram', appId, path, extraData: {}, envVersion: 'release', embedded: false },
      { onHint: () => undefined },
    )
    if (result === 'canceled' || result === 'unavailable') return setSeen(result)
    left.current = true
    finish()
  }
  const copy = async (data: string) => {
    const copied = await Taro.setClipboardData({ data }).then(
      () => true,
      () => false,
    )
    setSeen(copied ? 'copied' : 'notCopied')
    if (copied) finish()
  }

  const go = () => {
    // The server has said it, and it is looked at once more.
    if (redirect && !(config && isKnownRedirect(redirect, config.jumps))) return setSeen('unavailable')
    if (redirect?.kind === 'miniProgram') jump(redirect)
    if (redirect?.kind === 'webUrl') copy(redirect.url)
  }
  return { seen, go }
}
