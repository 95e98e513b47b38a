import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { Claim } from '../../../operator/claim'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { useRole } from '../../../operator/use-role'
import { backToInvitations } from '../../../routes'
import { Form } from './form'
import { inviteText } from './texts'
import './index.css'

/** A new invitation, or with `?many=1` one for each line of a spreadsheet; for operators and owners. */
export default function InvitePage() {
  const many = useRouter().params.many === '1'
  const title = inviteText(many ? 'title.many' : 'title')
  useTitle(title)
  const { role, failure, ask, claim } = useRole()
  useDidShow(() => {
    if (many) Taro.setNavigationBarTitle({ title })
    ask()
  })
  return (
    <Layout wide>
      <FailedNotice failure={failure} retry={ask} />
      {role === null && <Claim claim={claim} />}
      {role === 'viewer' && (
        <Empty id="forbidden" title={inviteText('viewer')} text={inviteText('viewer.text')}>
          <Button id="back" onTap={() => backToInvitations()}>
            {inviteText('back')}
          </Button>
        </Empty>
      )}
      {(role === 'operator' || role === 'owner') && <Form many={many} />}
      {role === undefined && !failure && <Loading />}
    </Layout>
  )
}
