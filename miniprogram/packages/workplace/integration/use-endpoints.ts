import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults, EventType } from '../../../cloud/types'
import type { Endpoint } from './shapes'
import { integrationText } from './texts'
import { unlessGone } from './words'

type Listing = ActionResults['endpoint.list']
type Id = Endpoint['id']

/** Where events are sent, and what an owner does about it. */
export function useEndpoints() {
  const { answer, failure, ask, learn } = useAnswer<Listing>()
  // The secret is shown this once; the server keeps it sealed and never shows it again.
  const [made, setMade] = useState<{ url: string; secret: string } | null>(null)
  const acts = useOnce<'add' | `${'switch' | 'remove' | 'rotate' | 'test'} ${Id}`>()
  const { once, dismiss } = acts
  const list = useCallback(() => ask(() => callAction('endpoint.list', {})), [ask])
  const load = useCallback(async () => {
    dismiss()
    await list()
  }, [list, dismiss])
  /** Somebody else may have removed it meanwhile: then there is nothing but the list to show. */
  const take = async (answered: Promise<Listing>) => {
    const rest = await unlessGone(answered)
    if (rest) learn(rest)
    else await list()
  }
  return {
    ...acts,
    endpoints: answer?.endpoints ?? null,
    lost: acts.failure?.error.code === 'FORBIDDEN' ? acts.failure.error : failure,
    load,
    made,
    closeMade: () => setMade(null),
    add: (url: string, types: EventType[] | null) =>
      once('add', async () => {
        const { endpoint, secret } = await callAction('endpoint.create', { url, types })
        setMade({ url: endpoint.url, secret })
        await list()
      }),
    rotate: ({ id }: Endpoint) =>
      once(`rotate ${id}`, async () => {
        const changed = await unlessGone(callAction('endpoint.rotate', { id }))
        if (changed) setMade({ url: changed.endpoint.url, secret: changed.secret })
        else await list()
      }),
    turn: ({ id }: Endpoint, active: boolean) =>
      once(`switch ${id}`, () => take(callAction('endpoint.switch', { id, active }))),
    remove: ({ id }: Endpoint) => once(`remove ${id}`, () => take(callAction('endpoint.remove', { id }))),
    test: ({ id }: Endpoint) =>
      once(`test ${id}`, async () => {
        const sent = await unlessGone(callAction('endpoint.test', { id }))
        if (sent) Taro.showToast({ title: integrationText('test.done'), icon: 'none' })
        else await list()
      }),
  }
}

export type EndpointsState = ReturnType<typeof useEndpoints>
