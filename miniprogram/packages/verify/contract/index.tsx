import { useRouter } from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { entryOfQuery } from '../../../entry/parse'
import { t } from '../../../i18n'
import { useTitle } from '../../../i18n/use-title'
import { toHome } from '../../../routes'
import { Contract } from './contract'
import './index.css'

/** Where links, codes and the home page lead to for one contract. */
export default function ContractPage() {
  useTitle('contract.title')
  const { params } = useRouter()
  const entry = entryOfQuery(params)
  const locator = entry?.kind === 'contract' ? entry.locator : null
  return (
    <Layout>
      {locator ? (
        <Contract locator={locator} intent={params.intent === 'view' ? 'view' : 'sign'} />
      ) : (
        <Empty id="unknown" title={t('contract.unknown.title')} text={t('contract.unknown.text')}>
          <Button id="home" onTap={() => toHome()}>
            {t('common.home')}
          </Button>
        </Empty>
      )}
    </Layout>
  )
}
