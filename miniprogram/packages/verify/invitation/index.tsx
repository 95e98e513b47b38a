import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useConfig } from '../../../cloud/use-config'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Layout } from '../../../components/layout'
import { Notice } from '../../../components/notice'
import { Skeleton } from '../../../components/skeleton'
import { tokenOf } from '../../../entry/token'
import { commonText, failureText, useTitle } from '../../../i18n'
import { toHome } from '../../../routes'
import { Begin } from './begin'
import { Closed, isMineToUse } from './closed'
import { Details } from './details'
import { Facts, Head } from './head'
import { Look, Mine } from './mine'
import { invitationText } from './texts'
import { type OfferState, useOffer } from './use-offer'
import { WayOn } from './way-on'
import './index.css'

/** Where the code of an invitation leads: who asks for what, how far one is, and the next step. */
export default function Invitation() {
  useTitle(invitationText('title'))
  const { params } = useRouter()
  const token = tokenOf(params.token)
  const state = useOffer(token)
  const { offer, failure, load } = state
  const { config, failure: nameless } = useConfig()
  const known = config !== null || nameless !== null

  useDidShow(() => {
    load()
  })
  usePullDownRefresh(async () => {
    await load()
    Taro.stopPullDownRefresh()
  })

  const missing = !offer && (failure?.code === 'NOT_FOUND' || failure?.code === 'INVALID_INPUT')
  if (token === null || missing || (offer && !isMineToUse(offer.standing))) {
    return (
      <Layout>
        <Closed offer={offer} />
      </Layout>
    )
  }
  return (
    <Layout>
      <Apart>
        {failure && (
          <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: load }}>
            <View>{failureText(failure)}</View>
            {offer && <View>{invitationText('stale')}</View>}
          </Notice>
        )}
      </Apart>
      <Apart>
        {offer && known && <Usable state={state} token={token} handover={tokenOf(params.handover)} />}
        {!(offer && known) && !failure && <Skeleton id="loading" shape={['card', 'button', 'cells4']} />}
        {((offer && known) || failure) && (
          <Button id="home" kind="text" onTap={() => toHome()}>
            {commonText('home')}
          </Button>
        )}
      </Apart>
    </Layout>
  )
}

interface UsableProps {
  state: OfferState
  token: string
  handover: string | null
}

function Usable({ state: { offer, finish }, token, handover }: UsableProps) {
  const { config } = useConfig()
  if (!offer?.terms) return null
  const { verification: view, standing, canStart } = offer
  const verified = view?.state === 'verified'
  return (
    <Apart>
      {view && <Mine view={view} leadsOn={offer.terms.redirect !== null} />}
      {verified && <WayOn offer={offer} finish={finish} />}
      <Head offer={offer} />
      {standing === 'mine' && !view && !canStart && (
        <Notice id="mine-none" kind="info">
          {invitationText('mine.none')}
        </Notice>
      )}
      {(canStart || (standing === 'open' && !view)) && (
        <Begin offer={offer} token={token} handover={handover} />
      )}
      {view && <Look view={view} token={token} aside={canStart || verified} />}
      <Facts offer={offer} />
      {!verified && <Details offer={offer} terms={offer.terms} config={config} />}
    </Apart>
  )
}
