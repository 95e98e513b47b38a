import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction, isMissing } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { usePoll } from '../../../cloud/use-poll'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { copy } from '../../../components/copy'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/skeleton'
import { useHandoff } from '../../../handoff/use-handoff'
import { commonText, failureText, useTitle } from '../../../i18n'
import { clock } from '../../../i18n/time'
import { useVendorName } from '../../../i18n/vendors'
import { Remind } from './remind'
import { linkText } from './texts'
import './index.css'

const defaultPollSeconds = 3

type Shared = ActionResults['link.open']

/** What the card of an administrator's link opens: how much is left, and the way to the vendor. */
export default function SharedLink() {
  useTitle(linkText('title'))
  const { id = '', t: token = '' } = useRouter().params
  const { answer, failure, ask } = useAnswer<Shared>()
  const look = useCallback(() => ask(() => callAction('link.open', { id, token })), [ask, id, token])
  const { busy, once } = useOnce<'look'>()
  const { open, trouble, followed } = useHandoff(hint => {
    if (hint !== 'opened') look()
  })
  const { config } = useConfig()
  const vendor = useVendorName()(answer?.vendor ?? 'ess')
  useDidShow(() => {
    look()
  })
  // A link that was cut on its way is not well-formed at all.
  const missing = isMissing(failure) || failure?.code === 'INVALID_INPUT'
  const state = missing ? 'missing' : answer?.state
  const link = answer?.link ?? null
  // What was done there is known here only once the vendor has told.
  const expecting = followed && state === 'live'
  usePoll({ active: expecting, ask: look, baseSeconds: config?.pollSeconds ?? defaultPollSeconds })
  return (
    <Layout>
      <Apart>
        {failure && !missing && (
          <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: look }}>
            {failureText(failure)}
          </Notice>
        )}
        {trouble && (
          <Notice id="handoff-trouble" kind="warn">
            {linkText(trouble === 'unavailable' ? 'unavailable' : 'canceled', { vendor })}
          </Notice>
        )}
      </Apart>
      <Apart>{state === undefined && !failure && <Skeleton id="loading" shape={['card', 'button']} />}</Apart>
      <Apart>
        {state && (
          <View id={`link-${state}`} className="p-shared-link">
            <View className="p-shared-link__lead">
              {linkText(`lead.${state}`, { n: answer?.rows ?? 0, vendor })}
            </View>
            <View className="p-shared-link__text">
              {state === 'live'
                ? linkText('text.live', { controller: config?.policy.controller ?? '' })
                : linkText(`text.${state}`)}
            </View>
          </View>
        )}
      </Apart>
      <Apart>
        {link && (
          <>
            <Button id="link-open" onTap={() => open(link.app)}>
              {linkText('open', { vendor })}
            </Button>
            <Apart>
              {expecting && (
                <>
                  <View id="link-soon" className="p-shared-link__text">
                    {linkText('soon')}
                  </View>
                  <Button
                    id="link-refresh"
                    kind="plain"
                    loading={busy !== null}
                    onTap={() => once('look', look)}
                  >
                    {linkText('refresh')}
                  </Button>
                </>
              )}
            </Apart>
            <Remind id={id} token={token} config={config} />
            <Button id="link-copy" kind="plain" onTap={() => copy(link.shortUrl)}>
              {linkText('copy')}
            </Button>
            <View id="link-valid" className="p-shared-link__text">
              {linkText('valid', { time: clock(link.expiresAt) })}
            </View>
          </>
        )}
      </Apart>
    </Layout>
  )
}
