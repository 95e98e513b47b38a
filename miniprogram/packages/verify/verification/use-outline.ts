import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callAction } from '../../../cloud/call'
import type { ConfigResult, Outline, VerificationView } from '../../../cloud/types'
import { isDrawn } from '../../../outline/drawn'

interface OutlineState {
  /** null: not known, or the vendor has none to show. */
  outline: Outline | null
  failed: boolean
  load: () => void
}

/**
 * The picture of the flow at the vendor: asked for when the page shows, when the verification has changed, and when the
 * user asked (`asked` counts how often). Polls alone do not ask: each costs a call to the vendor.
 */
export function useOutline(
  view: VerificationView | null,
  config: ConfigResult | null,
  asked: number,
): OutlineState {
  const [outline, setOutline] = useState<Outline | null>(null)
  const [failed, setFailed] = useState(false)
  const requests = useRef(0)
  const id = view && isDrawn(view, config) ? view.id : null

  const load = useCallback(async () => {
    if (id === null) return
    requests.current += 1
    const request = requests.current
    try {
      const answer = await callAction('verification.outline', { id })
      if (request !== requests.current) return
      setOutline(answer.outline)
      setFailed(false)
    } catch {
      // What was seen before stays: it carries its own times.
      if (request === requests.current) setFailed(true)
    }
  }, [id])

  const updatedAt = view?.updatedAt
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed is the reason to ask again.
  useEffect(() => {
    load()
  }, [load, updatedAt, asked])
  useDidShow(() => {
    load()
  })

  return { outline, failed, load }
}
