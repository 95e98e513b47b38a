import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Chips } from '../../../components/chips'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { failureText, useTitle } from '../../../i18n'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { backToWorkplace } from '../../../routes'
import { Deliveries } from './deliveries'
import { Endpoints } from './endpoints'
import { Keys } from './keys'
import { integrationText } from './texts'
import { useDeliveries } from './use-deliveries'
import { useEndpoints } from './use-endpoints'
import { useKeys } from './use-keys'
import { Verify } from './verify'
import './index.css'

const tabs = ['keys', 'endpoints', 'deliveries', 'verify'] as const
type Tab = (typeof tabs)[number]

/** For owners: how the enterprise's own systems are connected. */
export default function Integration() {
  useTitle(integrationText('title'))
  const { params } = useRouter()
  const [tab, setTab] = useState<Tab>(tabs.find(each => each === params.tab) ?? 'keys')
  const keys = useKeys()
  const endpoints = useEndpoints()
  const deliveries = useDeliveries()
  const loads: Record<Tab, () => Promise<unknown>> = {
    keys: keys.load,
    endpoints: endpoints.load,
    // An address stands by its name, and says whether it takes anything.
    deliveries: () => Promise.all([endpoints.load(), deliveries.pages.refresh()]),
    verify: async () => {},
  }
  const lost = {
    keys: keys.lost,
    endpoints: endpoints.lost,
    deliveries: deliveries.lost ?? endpoints.lost,
    verify: null,
  }[tab]
  const known = {
    keys: keys.keys,
    endpoints: endpoints.endpoints,
    deliveries: endpoints.endpoints,
    verify: [],
  }
  const open = (next: Tab) => {
    setTab(next)
    loads[next]()
  }
  useDidShow(() => {
    loads[tab]()
  })
  usePullDownRefresh(async () => {
    await loads[tab]()
    Taro.stopPullDownRefresh()
  })
  useReachBottom(() => {
    if (tab === 'deliveries') deliveries.pages.more()
  })

  if (lost?.code === 'FORBIDDEN') {
    return (
      <Layout wide>
        <Empty id="forbidden" title={integrationText('forbidden.title')} text={failureText(lost)}>
          <Button id="back" onTap={backToWorkplace}>
            {integrationText('back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  return (
    <Layout wide>
      <Chips
        id="tab"
        label={integrationText('title')}
        options={tabs.map(value => ({ value, title: integrationText(value) }))}
        value={tab}
        onChoose={open}
      />
      <FailedNotice failure={lost} retry={loads[tab]} />
      <Apart>{known[tab] === null && !lost && <Loading />}</Apart>
      {tab === 'keys' && keys.keys && <Keys state={keys} keys={keys.keys} />}
      {tab === 'endpoints' && endpoints.endpoints && (
        <Endpoints
          state={endpoints}
          endpoints={endpoints.endpoints}
          onDeliveries={({ id }) => {
            deliveries.choose(id)
            open('deliveries')
          }}
        />
      )}
      {tab === 'deliveries' && endpoints.endpoints && (
        <Deliveries state={deliveries} endpoints={endpoints.endpoints} />
      )}
      {tab === 'verify' && <Verify />}
    </Layout>
  )
}
