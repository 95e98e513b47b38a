import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type Answered, useAnswers } from '../../../cloud/answers'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import type { BatchView, Hint, LinkView } from '../../../cloud/types'
import { useHandoff } from '../../../handoff/use-handoff'
import { toFetch, withLink } from './situation'

interface Links {
  links: LinkView[] | null
  failure: ActionFailureError | null
  /** How the making of a group's link goes. */
  made: (group: string) => Answered<LinkView>
  /** How the batch stood after the last return from the vendor. */
  returned: BatchView | null
  trouble: ReturnType<typeof useHandoff>['trouble']
  load: () => Promise<unknown>
  make: (group: string) => Promise<void>
  /** In the tap itself, with a link that is here already: WeChat allows the jump from nowhere else. */
  open: (app: NonNullable<LinkView['link']>['app']) => void
}

/** The ways of the administrators into the vendor; those never made are made at once by who may. */
export function useLinks(id: string, mayMake: boolean): Links {
  const { answer: links, failure, ask, change } = useAnswer<LinkView[]>({ joins: true })
  const { of: made, ask: askFor } = useAnswers<string, LinkView>()
  const after = useAnswer<BatchView>()

  const make = useCallback(
    async (group: string) => {
      const link = await askFor(group, async () => (await callAction('batch.link', { id, group })).link)
      if (link) change(known => known && withLink(known, link))
    },
    [id, askFor, change],
  )
  const load = useCallback(() => ask(async () => (await callAction('batch.links', { id })).links), [id, ask])

  /** A return proves nothing: the server asks the vendor, and what it answers is shown. */
  const { ask: askAfter, learn: learnAfter } = after
  const onHint = useCallback(
    async (hint: Hint) => {
      if (hint === 'opened') return
      // Only the counts are wanted here: no row changed since the end of time.
      const since = Number.MAX_SAFE_INTEGER
      if (await askAfter(async () => (await callAction('batch.refresh', { id, since })).batch)) await load()
    },
    [id, askAfter, load],
  )
  const { open, trouble } = useHandoff(onHint)

  useEffect(() => {
    load()
  }, [load])

  useEffect(() => {
    if (mayMake) for (const group of toFetch(links ?? [])) make(group)
  }, [mayMake, links, make])

  const reload = async () => {
    // Its failure is said in the same place.
    if (after.failure) learnAfter(null)
    await load()
  }
  usePullDownRefresh(async () => {
    await reload()
    Taro.stopPullDownRefresh()
  })

  return {
    links,
    failure: failure ?? after.failure,
    made,
    returned: after.answer,
    trouble,
    load: reload,
    make,
    open: app => {
      learnAfter(null)
      open(app)
    },
  }
}
