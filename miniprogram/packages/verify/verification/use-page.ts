import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { ConfigResult } from '../../../cloud/types'
import { takeHandoff } from '../../../handoff/pending'
import { useHandoff } from '../../../handoff/use-handoff'
import { clearDraft } from '../draft'
import { startPolling } from './poll'
import { useVerification } from './use-verification'

export type Busy = 'open' | 'refresh' | 'cancel' | null

const defaultPollSeconds = 3

/** Everything the page of a verification does: shows the newest state, passes the user on, asks again while shown. */
export function usePage(id: string, config: ConfigResult | null) {
  const { answers, load, refresh, cancel, renew } = useVerification(id)
  const handoff = useHandoff(refresh)
  const [busy, setBusy] = useState<Busy>(null)
  const [shown, setShown] = useState(true)
  const [emptyHanded, setEmptyHanded] = useState(false)
  // A ref, because two taps can arrive before the state has changed.
  const running = useRef(false)
  const { view } = answers
  const { receive, reset } = handoff

  useEffect(() => {
    const pending = takeHandoff(id)
    if (pending) receive(pending)
  }, [id, receive])

  useEffect(() => {
    if (view?.state === 'verified') clearDraft()
    if (view?.phase === 'done' || view?.phase === 'failed') reset()
  }, [view?.state, view?.phase, reset])

  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))

  const expecting = view?.phase === 'wait' || (handoff.followed && view?.phase === 'act')
  const pollSeconds = config?.pollSeconds ?? defaultPollSeconds
  useEffect(() => {
    if (!shown || !expecting) return undefined
    return startPolling(() => refresh(), pollSeconds)
  }, [shown, expecting, pollSeconds, refresh])

  const once = async (kind: Exclude<Busy, null>, work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setBusy(kind)
    await work()
    running.current = false
    setBusy(null)
  }

  usePullDownRefresh(async () => {
    await (view ? refresh() : load())
    Taro.stopPullDownRefresh()
  })

  return {
    answers,
    handoff,
    busy,
    emptyHanded,
    load,
    ask: () => once('refresh', () => (view ? refresh() : load())),
    cancel: () => once('cancel', cancel),
    open: () =>
      once('open', async () => {
        if (!view) return
        reset()
        setEmptyHanded(false)
        const answer = await renew(view.attempt)
        if (answer?.handoff) receive(answer.handoff)
        else if (answer?.verification.nextStep === 'open') setEmptyHanded(true)
      }),
  }
}

export type PageState = ReturnType<typeof usePage>
