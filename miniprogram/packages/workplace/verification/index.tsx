import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Stepper } from '../../../components/stepper'
import { useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { useOperatorPage } from '../../../operator/use-operator-page'
import { backToWorkplace } from '../../../routes'
import { Facts } from './facts'
import { Noted } from './noted'
import { OutlineRoom } from './outline-room'
import { StateCard } from './state-card'
import { verificationText } from './texts'
import { Trail } from './trail'
import { useVerification } from './use-verification'
import './index.css'

/** All that operators may know of one verification. */
export default function VerificationCase() {
  useTitle(verificationText('title'))
  const { id = '' } = useRouter().params
  const { result, failure, missing, load } = useVerification(id)
  const page = useOperatorPage(load)
  const [details, setDetails] = useState(false)
  if (page.role === null) return <ClaimPage page={page} />
  if (missing) {
    return (
      <Layout wide>
        <Empty id="missing" title={verificationText('missing.title')} text={verificationText('missing.text')}>
          <Button id="back" onTap={() => backToWorkplace()}>
            {verificationText('missing.back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  const trouble = page.failure ?? failure
  return (
    <Layout wide>
      <FailedNotice failure={trouble} retry={page.look} />
      <Apart>{!result && !trouble && <Loading />}</Apart>
      {result && (
        <>
          <View className="p-case__column p-case__column--left">
            <StateCard view={result.verification} />
            <Facts result={result} details={details} onDetails={() => setDetails(!details)} />
          </View>
          <View className="p-case__column p-case__column--right">
            <CellGroup title={verificationText('steps')}>
              <Stepper steps={result.verification.steps} />
            </CellGroup>
            <Noted id={id} noted={result.noted} mayWrite={page.role !== 'viewer'} />
            <OutlineRoom view={result.verification} details={details} />
            <Trail rows={result.trail} intact={result.intact} details={details} />
          </View>
        </>
      )}
    </Layout>
  )
}
