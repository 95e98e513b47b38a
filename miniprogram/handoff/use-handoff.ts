import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useRef, useState } from 'react'
import type { Handoff, Hint } from '../cloud/types'
import { follow } from './follow'
import { isKnownHandoff } from './known'

type HandoffTrouble = 'unavailable' | 'jumpCanceled' | null

interface HandoffState {
  /** A handoff that waits for the user, to be shown in `HandoffPanel`. */
  held: Handoff | null
  trouble: HandoffTrouble
  /** True from the first handoff on: the answer may come at any moment. */
  followed: boolean
  /** One that leads where the set-up knows of nothing is not followed. */
  receive: (handoff: Handoff) => Promise<void>
  open: (handoff: Handoff) => Promise<void>
  reset: () => void
}

/** Passes the user on and notices the return. `onHint` gets what was seen: `opened`, `returned` or the plugin's word. */
export function useHandoff(onHint: (hint: Hint) => void): HandoffState {
  const [held, setHeld] = useState<Handoff | null>(null)
  const [trouble, setTrouble] = useState<HandoffTrouble>(null)
  const [followed, setFollowed] = useState(false)
  const away = useRef<'no' | 'leaving' | 'gone'>('no')
  const lastHint = useRef<Hint | null>(null)
  const release = useRef<(() => void) | null>(null)

  const open = useCallback(
    async (handoff: Handoff) => {
      away.current = 'leaving'
      lastHint.current = null
      setTrouble(null)
      const result = await follow(handoff, {
        onHint: hint => {
          lastHint.current = hint
          // Normally the return tells; an event that comes after it must still be passed on.
          if (away.current === 'no') onHint(hint)
        },
        onOpened: letGo => {
          release.current = letGo
        },
      })
      if (result === 'opened') {
        setFollowed(true)
        onHint('opened')
      } else if (result === 'show') {
        setFollowed(true)
        setHeld(handoff)
      } else {
        away.current = 'no'
        setTrouble(result === 'canceled' ? 'jumpCanceled' : 'unavailable')
      }
    },
    [onHint],
  )

  const receive = useCallback(
    async (handoff: Handoff) => {
      setHeld(null)
      if (!(await isKnownHandoff(handoff))) return setTrouble('unavailable')
      // WeChat opens another mini-program only from a tap; the panel asks for one.
      if (handoff.kind === 'miniProgram') setHeld(handoff)
      else open(handoff)
    },
    [open],
  )

  const reset = useCallback(() => {
    setHeld(null)
    setTrouble(null)
  }, [])

  useDidHide(() => {
    if (away.current === 'leaving') away.current = 'gone'
  })

  useDidShow(() => {
    if (away.current !== 'gone') return
    // A page that shows a link or a code may be left and come back to many times.
    away.current = held ? 'leaving' : 'no'
    release.current?.()
    release.current = null
    onHint(lastHint.current ?? 'returned')
  })

  return { held, trouble, followed, receive, open, reset }
}
