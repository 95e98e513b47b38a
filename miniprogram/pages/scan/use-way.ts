import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { goOn, type Stop } from '../../entry/go'
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
  const [stop, setStop] = useState<Stop | null>(null)

  useEffect(() => {
    let dropped = false
    setStop(null)
    goOn(trial.entry).then(found => {
      if (!dropped) setStop(found)
    })
    return () => {
      dropped = true
    }
  }, [trial])

  return {
    stop,
    take: entry => setTrial({ entry }),
    retry: () => setTrial(({ entry }) => ({ entry })),
  }
}
