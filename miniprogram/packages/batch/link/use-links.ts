import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { BatchView, Hint, LinkView } from '../../../cloud/types'
import { useHandoff } from '../../../handoff/use-handoff'
import { toFetch, withLink } from './situation'

interface Links {
  links: LinkView[] | null
  failure: ActionFailureError | null
  /** Groups whose link is being made, and those where that failed. */
  making: ReadonlySet<string>
  failed: ReadonlyMap<string, ActionFailureError>
  /** How the batch stood after the last return from the vendor. */
  returned: BatchView | null
  trouble: ReturnType<typeof useHandoff>['trouble']
  load: () => Promise<void>
  make: (group: string) => Promise<void>
  /** In the tap itself, with a link that is here already: WeChat allows the jump from nowhere else. */
  open: (app: NonNullable<LinkView['link']>['app']) => void
}

/** The ways of the administrators into the vendor; those never made are made at once by who may. */
export function useLinks(id: string, mayMake: boolean): Links {
  const [links, setLinks] = useState<LinkView[] | null>(null)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [making, setMaking] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<ReadonlyMap<string, ActionFailureError>>(new Map())
  const [returned, setReturned] = useState<BatchView | null>(null)
  // Refs, because two taps can arrive before the state has changed.
  const underWay = useRef(new Set<string>())
  const loading = useRef(false)

  const make = useCallback(
    async (group: string) => {
      if (underWay.current.has(group)) return
      underWay.current.add(group)
      setMaking(new Set(underWay.current))
      try {
        const { link } = await callAction('batch.link', { id, group })
        setLinks(known => known && withLink(known, link))
        setFailed(known => new Map([...known].filter(([each]) => each !== group)))
      } catch (error) {
        setFailed(known => new Map(known).set(group, toFailure(error)))
      }
      underWay.current.delete(group)
      setMaking(new Set(underWay.current))
    },
    [id],
  )

  const load = useCallback(async () => {
    if (loading.current) return
    loading.current = true
    try {
      const answer = await callAction('batch.links', { id })
      setLinks(answer.links)
      setFailure(null)
    } catch (error) {
      setFailure(toFailure(error))
    }
    loading.current = false
  }, [id])

  /** A return proves nothing: the server asks the vendor, and what it answers is shown. */
  const onHint = useCallback(
    async (hint: Hint) => {
      if (hint === 'opened') return
      try {
        // Only the counts are wanted here: no row changed since the end of time.
        const { batch } = await callAction('batch.refresh', { id, since: Number.MAX_SAFE_INTEGER })
        setReturned(batch)
        await load()
      } catch (error) {
        setFailure(toFailure(error))
      }
    },
    [id, load],
  )
  const { open, trouble } = useHandoff(onHint)

  useEffect(() => {
    load()
  }, [load])

  useEffect(() => {
    if (mayMake) for (const group of toFetch(links ?? [])) make(group)
  }, [mayMake, links, make])

  usePullDownRefresh(async () => {
    await load()
    Taro.stopPullDownRefresh()
  })

  return {
    links,
    failure,
    making,
    failed,
    returned,
    trouble,
    load,
    make,
    open: app => {
      setReturned(null)
      open(app)
    },
  }
}
