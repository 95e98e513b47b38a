import { useCallback, useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import { type LoadPage, usePages } from '../../../cloud/pages'
import type { Delivery, Endpoint } from './shapes'
import { unlessGone } from './words'

/** What was sent or is to be sent, of all endpoints or of one. */
export function useDeliveries() {
  const [of, choose] = useState<Endpoint['id'] | 'all'>('all')
  const load = useCallback<LoadPage<Delivery>>(
    page => callAction('delivery.list', { ...page, ...(of !== 'all' && { endpointId: of }) }),
    [of],
  )
  const pages = usePages<Delivery>(load)
  const acts = useOnce<`replay ${Delivery['id']}`>()
  return {
    ...acts,
    pages,
    lost: pages.failure,
    of,
    choose,
    replay: ({ id }: Delivery) =>
      acts.once(`replay ${id}`, async () => {
        await unlessGone(callAction('delivery.replay', { id }))
        await pages.refresh()
      }),
  }
}

export type DeliveriesState = ReturnType<typeof useDeliveries>
