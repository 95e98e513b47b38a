import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { Button } from '../../../components/button'
import { CellGroup } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { Stepper } from '../../../components/stepper'
import { t } from '../../../i18n'
import { Claim } from '../../../operator/claim'
import { FailedNotice } from '../../../operator/failed-notice'
import { usePageTitle } from '../../../operator/use-page-title'
import { useRole } from '../../../operator/use-role'
import { backToWorkplace } from '../../../routes'
import { Facts } from './facts'
import { OutlineRoom } from './outline-room'
import { StateCard } from './state-card'
import { ct } from './texts'
import { Trail } from './trail'
import { useCase } from './use-case'
import './index.css'

/** All that operators may know of one verification. */
export default function VerificationCase() {
  usePageTitle(ct('title'))
  const { id = '' } = useRouter().params
  const { role, failure: roleFailure, ask, claim } = useRole()
  const { result, failure, missing, load } = useCase(id)

  const look = async () => {
    if (await ask()) await load()
  }
  useDidShow(() => {
    look()
  })
  usePullDownRefresh(async () => {
    await look()
    Taro.stopPullDownRefresh()
  })

  if (role === null) {
    return (
      <Layout wide>
        <FailedNotice failure={roleFailure} retry={look} />
        <Claim
          claim={async code => {
            if (await claim(code)) await load()
          }}
        />
      </Layout>
    )
  }
  if (missing) {
    return (
      <Layout wide>
        <Empty id="missing" title={ct('missing.title')} text={ct('missing.text')}>
          <Button id="back" onTap={() => backToWorkplace()}>
            {ct('missing.back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  const trouble = roleFailure ?? failure
  return (
    <Layout wide>
      <FailedNotice failure={trouble} retry={look} />
      <View>
        {!result && !trouble && (
          <View id="loading" className="p-case__loading">
            {t('common.loading')}
          </View>
        )}
      </View>
      {result && (
        <>
          <View className="p-case__column p-case__column--left">
            <StateCard view={result.verification} />
            <Facts result={result} />
          </View>
          <View className="p-case__column p-case__column--right">
            <CellGroup title={ct('steps')}>
              <Stepper steps={result.verification.steps} />
            </CellGroup>
            <OutlineRoom view={result.verification} />
            <Trail rows={result.trail} intact={result.intact} />
          </View>
        </>
      )}
    </Layout>
  )
}
