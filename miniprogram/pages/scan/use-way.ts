import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useAnswer } from '../../cloud/answer'
import { goOn, type Stop, stopOf } from '../../entry/go'
import { type Entry, entryOfQuery } from '../../entry/parse'

interface Way {
  /** null: under way. */
  stop: Stop | null
  /** Goes another way. */
  take: (entry: Entry | null) => void
  retry: () => void
}

/** Follows what the page was opened with, and then whatever is scanned on it. */
export function useWay(): Way {
  const { params } = useRouter()
  // An object of its own for each try, so that the same code can be tried again.
  const [trial, setTrial] = useState(() => ({ entry: entryOfQuery(params) }))
  const { failure, pending, ask } = useAnswer<unknown>()
  const { entry } = trial

  useEffect(() => {
    const { entry: way } = trial
    if (way) ask(() => goOn(way))
  }, [trial, ask])

  return {
    stop: entry === null ? { kind: 'unknown' } : failure && !pending ? stopOf(failure) : null,
    take: taken => setTrial({ entry: taken }),
    retry: () => setTrial({ entry }),
  }
}
