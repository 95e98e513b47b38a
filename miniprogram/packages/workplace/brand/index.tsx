import { View } from '@tarojs/components'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { Loading } from '../../../operator/loading'
import { useOperatorPage } from '../../../operator/use-operator-page'
import { backToWorkplace } from '../../../routes'
import { Form } from './form'
import { brandText } from './texts'
import { useBrand } from './use-brand'
import './index.css'

/** For owners: name, colour and logo of whoever invites. */
export default function BrandPage() {
  useTitle(brandText('title'))
  const page = useBrand()
  const operator = useOperatorPage(async () => {
    if (!page.answer) await page.load()
  })
  const { role, failure, look } = operator
  if (role === null) return <ClaimPage page={operator} />
  if (role && role !== 'owner') {
    return (
      <Layout>
        <Empty id="forbidden" title={brandText('forbidden.title')} text={brandText('forbidden.text')}>
          <Button id="back" onTap={() => backToWorkplace()}>
            {brandText('back')}
          </Button>
        </Empty>
      </Layout>
    )
  }
  const trouble = failure ?? page.lost
  return (
    <Layout>
      <FailedNotice failure={trouble} retry={look} />
      <View className="p-brand__lead">{brandText('lead')}</View>
      <Apart>{!page.answer && !trouble && <Loading />}</Apart>
      <Apart>{page.answer && <Form page={page} brand={page.answer.brand} />}</Apart>
    </Layout>
  )
}
