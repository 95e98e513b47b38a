import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useConfig } from '../../cloud/use-config'
import { Apart } from '../../components/apart'
import { Layout } from '../../components/layout'
import { Notice } from '../../components/notice'
import { Skeleton } from '../../components/skeleton'
import { commonText, failureText, useTitle } from '../../i18n'
import { knownVendors } from '../../i18n/vendors'
import { PersonCard } from './person-card'
import { Rest } from './rest'
import { useResume } from './use-resume'
import './index.css'

/**
 * What this is, what happens with one's data, and the way in. The first card stands where it stands from the first moment
 * on; below it nothing is shown before the settings say what there is, so that nothing moves under a finger.
 */
export default function Home() {
  useTitle(commonText('app'))
  const { config, failure, reload } = useConfig()
  const { open, look } = useResume()

  useDidShow(() => {
    look()
  })
  usePullDownRefresh(async () => {
    reload()
    await look()
    Taro.stopPullDownRefresh()
  })

  const vendors = knownVendors(config)
  const person = vendors.some(({ subjects }) => subjects.includes('person'))
  const organization = vendors.some(({ subjects }) => subjects.includes('organization'))

  return (
    <Layout>
      <Apart>
        {(person || !organization) && <PersonCard closed={config !== null && !person} open={open} />}
      </Apart>
      <Apart>
        {failure && (
          <Notice id="config-failed" kind="error" action={{ text: commonText('retry'), onTap: reload }}>
            {failureText(failure)}
          </Notice>
        )}
      </Apart>
      <Apart>
        {config || failure ? (
          <Rest config={config} person={person || !organization} open={open} />
        ) : (
          <Skeleton id="loading" shape={['cells4', 'cells4', 'cells4']} />
        )}
      </Apart>
    </Layout>
  )
}
