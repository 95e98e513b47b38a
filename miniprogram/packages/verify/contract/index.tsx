import { useRouter } from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { entryOfQuery } from '../../../entry/parse'
import { commonText, useTitle } from '../../../i18n'
import { toHome } from '../../../routes'
import { Contract } from './contract'
import { contractText } from './texts'
import './index.css'

/** Where links, codes and the home page lead to for one contract. */
export default function ContractPage() {
  useTitle(contractText('title'))
  const { params } = useRouter()
  const entry = entryOfQuery(params)
  const locator = entry?.kind === 'contract' ? entry.locator : null
  return (
    <Layout>
      {locator ? (
        <Contract locator={locator} intent={params.intent === 'view' ? 'view' : 'sign'} />
      ) : (
        <Empty id="unknown" title={contractText('unknown.title')} text={contractText('unknown.text')}>
          <Button id="home" onTap={() => toHome()}>
            {commonText('home')}
          </Button>
        </Empty>
      )}
    </Layout>
  )
}
