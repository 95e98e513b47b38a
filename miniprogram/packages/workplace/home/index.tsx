import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Layout } from '../../../components/layout'
import { t } from '../../../i18n'
import { Claim } from '../../../operator/claim'
import { FailedNotice } from '../../../operator/failed-notice'
import { usePageTitle } from '../../../operator/use-page-title'
import { useRole } from '../../../operator/use-role'
import { Cells } from './cells'
import { Figures } from './figures'
import { ht } from './texts'
import { useFigures } from './use-figures'
import './index.css'

/** What operators can do, and how it goes; for everybody else the way to become one. */
export default function Workplace() {
  usePageTitle(ht('title'))
  const { role, failure, ask, claim } = useRole()
  const figures = useFigures()

  const look = async () => {
    if (await ask()) await figures.load()
  }
  useDidShow(() => {
    look()
  })
  usePullDownRefresh(async () => {
    await look()
    Taro.stopPullDownRefresh()
  })

  return (
    <Layout wide>
      <FailedNotice failure={failure ?? (role ? figures.failure : null)} retry={look} />
      {role === null && (
        <Claim
          claim={async code => {
            if (await claim(code)) await figures.load()
          }}
        />
      )}
      {role === undefined && !failure && (
        <View id="loading" className="p-workplace__loading">
          {t('common.loading')}
        </View>
      )}
      {role && <Cells role={role} />}
      {role && <Figures state={figures} />}
    </Layout>
  )
}
