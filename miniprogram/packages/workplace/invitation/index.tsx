import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { isMissing } from '../../../cloud/call'
import { useConfig } from '../../../cloud/use-config'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { FailedNotice } from '../../../operator/failed-notice'
import { History } from '../../../operator/history'
import { Loading } from '../../../operator/loading'
import { useNow } from '../../../operator/use-now'
import { backToInvitations } from '../../../routes'
import { Actions } from './actions'
import { CodePanel } from './code-panel'
import { People } from './people'
import { Poster } from './poster'
import { usePoster } from './poster/use-poster'
import { StatusCard } from './status-card'
import { FilledIn, Terms } from './terms'
import { detailText } from './texts'
import { useCodes } from './use-codes'
import { type InvitationPage, useInvitation } from './use-invitation'
import { useShare } from './use-share'
import './index.css'

/** One invitation: how far it got, its code, and what can be done with it. `?code=1`: the code at once. */
export default function Invitation() {
  useTitle(detailText('title'))
  const { id = '', code } = useRouter().params
  const page = useInvitation(id)
  const { view, lost, load } = page
  useDidShow(() => {
    load()
  })
  usePullDownRefresh(async () => {
    await load()
    Taro.stopPullDownRefresh()
  })

  if (view === null && isMissing(lost)) {
    return (
      <Layout wide>
        <Empty id="missing" title={detailText('missing.title')} text={detailText('missing.text')}>
          <Button id="back" onTap={() => backToInvitations()}>
            {detailText('back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  return (
    <Layout wide>
      <FailedNotice failure={lost} retry={load} />
      <Apart>{view === null && lost === null && <Loading />}</Apart>
      {view && <Shown id={id} page={page} view={view} codeAtOnce={code === '1'} />}
    </Layout>
  )
}

interface ShownProps {
  id: string
  page: InvitationPage
  view: NonNullable<InvitationPage['view']>
  codeAtOnce: boolean
}

function Shown({ id, page, view, codeAtOnce }: ShownProps) {
  const codes = useCodes(id)
  const poster = usePoster()
  const now = useNow()
  const { choose } = codes
  const { config } = useConfig()
  useShare(view.title, codes.code, config)
  const [first] = view.forms
  const asked = useRef(!codeAtOnce)
  useEffect(() => {
    if (asked.current || !view.can.code || first === undefined) return
    asked.current = true
    choose(first)
  }, [view, first, choose])

  const onResent = () => {
    codes.forget()
    poster.forget()
  }
  return (
    <>
      <StatusCard view={view} now={now} />
      {view.can.code && <CodePanel view={view} codes={codes} awaited={codeAtOnce} now={now} />}
      {view.can.code && <Poster view={view} codes={codes} poster={poster} />}
      <Actions page={page} onResent={onResent} />
      <Terms view={view} />
      <FilledIn view={view} />
      <People view={view} />
      <History events={view.history.map(({ event, at }) => ({ at, text: detailText(`event.${event}`) }))} />
    </>
  )
}
