import { useCallback } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'

export type Health = ActionResults['workplace.health']
export type Reach = ActionResults['workplace.reach']

/** How the installation fares, and the network when it is asked about. */
export function useHealth() {
  const { config } = useConfig()
  const { answer: health, failure, ask } = useAnswer<Health>()
  const network = useAnswer<Reach>({ joins: true })
  const load = useCallback(async () => {
    await ask(() => callAction('workplace.health', {}))
  }, [ask])
  const { ask: askNetwork } = network
  const look = useCallback(async () => {
    await askNetwork(() => callAction('workplace.reach', {}))
  }, [askNetwork])
  return {
    config,
    health,
    failure,
    load,
    reach: network.answer,
    reaching: network.pending,
    reachFailure: network.failure,
    look,
  }
}
