import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { Patience } from '../../../cloud/poll'
import type { CreateHandoverInput, HandoverState, HandoverView } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { usePoll } from '../../../cloud/use-poll'

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
  const { answer: handover, failure, ask } = useAnswer<HandoverView>()
  const { busy, once } = useOnce<'create'>()
  const [image, setImage] = useState('')
  // Refs, because an answer can come before the state has changed.
  const current = useRef<string | null>(null)
  const asked = useRef(of)

  const create = useCallback(async () => {
    const wanted = asked.current
    if (!wanted) return
    await once('create', () => {
      // Of a code that is being replaced nobody wants to hear.
      const before = current.current
      current.current = null
      return ask(async () => {
        try {
          const made = await callAction('handover.create', wanted)
          current.current = made.handover.id
          setImage(made.image)
          return made.handover
        } catch (error) {
          current.current = before
          throw error
        }
      })
    })
  }, [ask, once])

  const refresh = useCallback(async () => {
    const id = current.current
    if (id !== null) await ask(async () => (await callAction('handover.get', { id })).handover)
  }, [ask])

  useEffect(() => {
    create()
  }, [create])

  useDidShow(() => {
    refresh()
  })

  const state = handover?.state
  usePoll({
    active: state !== undefined && !ended.includes(state),
    ask: refresh,
    baseSeconds: config?.pollSeconds ?? defaultPollSeconds,
    patience,
    // Something has happened: what comes next may come soon.
    cause: `${handover?.id} ${state}`,
  })

  return { handover, image, busy: busy !== null, failure, create, refresh }
}
