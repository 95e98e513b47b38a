import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import { type Patience, startPolling } from '../../../cloud/poll'
import type { CreateHandoverInput, HandoverState, HandoverView } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'

interface HandoverPage {
  handover: HandoverView | null
  /** The code to scan, `data:image/…`. */
  image: string
  busy: boolean
  failure: ActionFailureError | null
  /** Makes a code, the first or another one. */
  create: () => Promise<void>
  refresh: () => Promise<void>
}

const ended: readonly HandoverState[] = ['verified', 'failed', 'expired']
// Somebody sits before the screen and waits; the back-off starts anew whenever something happens.
const patience: Patience = { longest: 8_000, rounds: 150 }
const defaultPollSeconds = 2

/** A code for the phone, and what becomes of it there. Silent while the page is hidden. */
export function useHandover(of: CreateHandoverInput | null): HandoverPage {
  const { config } = useConfig()
  const [handover, setHandover] = useState<HandoverView | null>(null)
  const [image, setImage] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [shown, setShown] = useState(true)
  // Refs, because a second tap or an old answer can arrive before the state has changed.
  const running = useRef(false)
  const current = useRef<string | null>(null)
  const asked = useRef(of)

  const create = useCallback(async () => {
    if (running.current || !asked.current) return
    running.current = true
    setBusy(true)
    try {
      const made = await callAction('handover.create', asked.current)
      current.current = made.handover.id
      setHandover(made.handover)
      setImage(made.image)
      setFailure(null)
    } catch (error) {
      setFailure(toFailure(error))
    }
    running.current = false
    setBusy(false)
  }, [])

  const refresh = useCallback(async () => {
    const id = current.current
    if (id === null) return
    try {
      const answer = await callAction('handover.get', { id })
      // Of a code that was replaced meanwhile nobody wants to hear.
      if (id !== current.current) return
      setHandover(answer.handover)
      setFailure(null)
    } catch (error) {
      if (id === current.current) setFailure(toFailure(error))
    }
  }, [])

  useEffect(() => {
    create()
  }, [create])

  useDidShow(() => {
    setShown(true)
    refresh()
  })
  useDidHide(() => setShown(false))

  const id = handover?.id
  const state = handover?.state
  const pollSeconds = config?.pollSeconds ?? defaultPollSeconds
  useEffect(() => {
    if (!shown || id === undefined || state === undefined || ended.includes(state)) return undefined
    return startPolling(refresh, pollSeconds, patience)
  }, [shown, id, state, pollSeconds, refresh])

  return { handover, image, busy, failure, create, refresh }
}
