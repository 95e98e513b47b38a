import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { useAnswer } from '../../../cloud/answer'
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
  // What was seen before stays when it cannot be asked for: it carries its own times.
  const { answer, failure, ask } = useAnswer<{ outline: Outline | null }>()
  const id = view && isDrawn(view, config) ? view.id : null

  const load = useCallback(async () => {
    if (id !== null) await ask(() => callAction('verification.outline', { id }))
  }, [ask, id])

  const updatedAt = view?.updatedAt
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has changed is the reason to ask again.
  useEffect(() => {
    load()
  }, [load, updatedAt, asked])
  useDidShow(() => {
    load()
  })

  return { outline: answer?.outline ?? null, failed: failure !== null, load }
}
