import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/skeleton'
import { commonText, failureText, useTitle } from '../../../i18n'
import { becomeVerification, toHome } from '../../../routes'
import { Code } from './code'
import { useCountdown } from './countdown'
import { handoverOf } from './handover-of'
import { Progress } from './progress'
import { handoverText } from './texts'
import { useHandover } from './use-handover'
import './index.css'

/** On a computer: a code with which the phone goes on, and how far it has come. Nothing personal is shown here. */
export default function Handover() {
  useTitle(handoverText('title'))
  const { params } = useRouter()
  const [of] = useState(() => handoverOf(params))
  const { handover, image, busy, failure, create, refresh } = useHandover(of)
  const waiting = handover?.state === 'waiting'
  const left = useCountdown(handover?.expiresAt ?? 0, waiting)
  // The clock here may know before the server was asked.
  const state = waiting && left === null ? 'expired' : handover?.state
  const id = handover?.verificationId ?? null
  useEffect(() => {
    if (state === 'verified' && id !== null) becomeVerification(id)
  }, [state, id])

  if (!of) {
    return (
      <Layout>
        <Empty id="unknown" title={handoverText('unknown.title')} text={handoverText('unknown.text')}>
          <Button id="home" onTap={() => toHome()}>
            {commonText('home')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  return (
    <Layout>
      <Apart>
        {failure && (
          <Notice
            id="failed"
            kind="error"
            action={{ text: commonText('retry'), onTap: handover ? refresh : create }}
          >
            <View>{failureText(failure)}</View>
            {handover && <View>{handoverText('stale')}</View>}
          </Notice>
        )}
      </Apart>
      <Apart>
        {state === undefined && !failure && <Skeleton id="making" shape={['line', 'card', 'button']} />}
        {state === 'waiting' && <Code image={image} left={left ?? ''} />}
        {state !== undefined && <Progress state={state} />}
      </Apart>
      <View className="p-handover__do">
        {state === 'expired' && (
          <Button id="again" loading={busy} onTap={create}>
            {handoverText(busy ? 'again.working' : 'again')}
          </Button>
        )}
        {id !== null && state === 'failed' && (
          <Button id="look" onTap={() => becomeVerification(id)}>
            {handoverText('look')}
          </Button>
        )}
        {(state === 'waiting' || state === 'scanned' || state === 'processing') && (
          <Button id="refresh" kind="plain" onTap={refresh}>
            {handoverText('refresh')}
          </Button>
        )}
        {(state !== undefined || failure) && (
          // Not before there is something above it: it would move when that comes.
          <Button id="home" kind="text" onTap={() => toHome()}>
            {commonText('home')}
          </Button>
        )}
      </View>
    </Layout>
  )
}
