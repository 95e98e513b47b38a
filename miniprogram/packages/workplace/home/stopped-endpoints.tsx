import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import type { ActionResults } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { toIntegration } from '../../../routes'
import { homeText } from './texts'

/** Tells owners of receivers that were given up. That it could not be asked is said where the page itself fails. */
export function StoppedEndpoints() {
  const { answer, ask } = useAnswer<ActionResults['endpoint.list']>({ joins: true })
  const load = () => {
    ask(() => callAction('endpoint.list', {}))
  }
  // An owner is known only once the page is already shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is another one in each draw, and is asked for once
  useEffect(load, [])
  useDidShow(load)
  const given =
    answer?.endpoints.filter(({ stopped }) => stopped !== null && stopped.why !== 'operator') ?? []
  return (
    <Apart>
      {given.length > 0 && (
        <Notice
          id="endpoints-off"
          kind="warn"
          action={{ text: homeText('endpoints.look'), onTap: () => toIntegration('endpoints') }}
        >
          {homeText('endpoints.off', { n: given.length })}
        </Notice>
      )}
    </Apart>
  )
}
