import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isMissing } from '../../../cloud/call'
import { useConfig } from '../../../cloud/use-config'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Confirm } from '../../../components/confirm'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Skeleton } from '../../../components/skeleton'
import { Stepper } from '../../../components/stepper'
import { tokenOf } from '../../../entry/token'
import { HandoffPanel } from '../../../handoff/panel'
import { commonText, useTitle } from '../../../i18n'
import { vendorName } from '../../../i18n/vendors'
import { OutlineCard } from '../../../outline'
import { toHome } from '../../../routes'
import { invitationOf } from '../invitation/of-verification'
import { Actions } from './actions'
import { Facts } from './facts'
import { HelpSheet } from './help-sheet'
import { ReceiptCard } from './receipt-card'
import { StatusCard } from './status-card'
import { Strips } from './strips'
import { verificationText } from './texts'
import { useOutline } from './use-outline'
import { usePage } from './use-page'
import './index.css'

/** The state of one verification and the way on from it. */
export default function Verification() {
  useTitle(verificationText('title'))
  const { id = '', invitation: token } = useRouter().params
  const invitation = tokenOf(token) ?? invitationOf(id)
  const { config } = useConfig()
  const page = usePage(id, config, invitation)
  const [helping, setHelping] = useState(false)
  const [canceling, setCanceling] = useState(false)
  const phone = config?.support?.phone ?? null
  const { view, failure } = page
  const outline = useOutline(view, config, page.asked)

  if (view === null && isMissing(failure)) {
    return (
      <Layout>
        <Empty id="missing" title={verificationText('missing.title')} text={verificationText('missing.text')}>
          <Button id="home" onTap={() => toHome()}>
            {commonText('home')}
          </Button>
        </Empty>
      </Layout>
    )
  }

  const vendor = vendorName(config, view?.vendor ?? null)
  if (!view) {
    return (
      <Layout>
        <Strips page={page} vendor={vendor} />
        {!failure && <Skeleton id="loading" shape={['card', 'button', 'cells4']} />}
        {failure && (
          <Button id="home" kind="text" onTap={() => toHome()}>
            {commonText('home')}
          </Button>
        )}
      </Layout>
    )
  }

  return (
    <Layout>
      <StatusCard view={view} vendor={vendor} now={Date.now()} />
      <Apart>
        {page.handoff.held && (
          <HandoffPanel handoff={page.handoff.held} vendor={vendor} onOpen={page.handoff.open} />
        )}
      </Apart>
      <Actions
        view={view}
        phone={phone}
        page={page}
        invitation={invitation}
        onHelp={() => setHelping(true)}
      />
      <Strips page={page} vendor={vendor} />
      {/* With a result this is another page: nothing of the one before is moved about. */}
      <Apart key={view.state === 'verified' ? 'result' : 'way'}>
        {view.state === 'verified' && <ReceiptCard view={view} vendor={vendor} />}
        <CellGroup title={verificationText('steps')}>
          <Stepper steps={view.steps} />
        </CellGroup>
        <Facts view={view} vendor={vendor} />
      </Apart>
      <Apart>
        <OutlineCard
          outline={outline.outline}
          failed={outline.failed}
          now={Date.now()}
          onRetry={outline.load}
        />
      </Apart>
      <Apart>
        {helping && (
          <HelpSheet
            view={view}
            phone={phone}
            page={page}
            onCancel={() => setCanceling(true)}
            onClose={() => setHelping(false)}
          />
        )}
        {canceling && (
          <Confirm
            id="cancel"
            title={verificationText('cancel.title')}
            texts={[verificationText('cancel.text')]}
            yes={verificationText('cancel.yes')}
            no={verificationText('cancel.no')}
            kind="danger"
            onYes={page.cancel}
            onClose={() => setCanceling(false)}
          />
        )}
      </Apart>
    </Layout>
  )
}
