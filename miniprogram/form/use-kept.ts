import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import { seal, unseal } from './sealed'

/** What was typed, without what is chosen or picked. */
type Texts = Readonly<Record<string, string>>

interface Kept {
  invitation: string | null
  texts: Texts
}

/**
 * What was typed outlives WeChat: sealed on the phone when a field is left and when the app goes out of sight, and typed
 * in again into a form nobody has touched since. One form of a kind at a time. Returns what keeps it now.
 */
export function useKept<D extends object>(
  name: string,
  invitation: string | null,
  empty: D,
  draft: D,
  change: (texts: Texts) => void,
): () => void {
  const newest = useRef(draft)
  newest.current = draft
  const refill = useRef(change)
  refill.current = change

  const keep = useCallback(() => {
    const texts = typedInto(empty, newest.current)
    if (Object.keys(texts).length > 0) seal(name, { invitation, texts } satisfies Kept)
  }, [name, invitation, empty])

  useEffect(() => {
    const untouched = () => Object.keys(typedInto(empty, newest.current)).length === 0
    if (!untouched()) return
    unseal(name).then(kept => {
      const texts = textsOf(kept, invitation, empty)
      if (Object.keys(texts).length > 0 && untouched()) refill.current(texts)
    })
  }, [name, invitation, empty])

  useDidHide(keep)
  return keep
}

function typedInto<D extends object>(empty: D, draft: D): Texts {
  const before = new Map<string, unknown>(Object.entries(empty))
  return Object.fromEntries(
    Object.entries(draft).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== before.get(entry[0]),
    ),
  )
}

/** An older version of the app may have kept something else. */
function textsOf(kept: unknown, invitation: string | null, empty: object): Texts {
  const { invitation: of, texts } = Object(kept) as Partial<Record<keyof Kept, unknown>>
  if (of !== invitation) return {}
  const known = new Map<string, unknown>(Object.entries(empty))
  return Object.fromEntries(
    Object.entries(Object(texts)).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && typeof known.get(entry[0]) === 'string',
    ),
  )
}
