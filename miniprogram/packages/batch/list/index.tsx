import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { t } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { useOperatorList } from '../../../operator/use-operator-page'
import { usePageTitle } from '../../../operator/use-page-title'
import { toBatchCreate } from '../../../routes'
import { BatchCard } from './batch-card'
import { lt } from './texts'
import { useBatches } from './use-batches'
import './index.css'

/** All batches of this operator, newest first; for everybody else the way to become one. */
export default function BatchList() {
  usePageTitle(lt('title'))
  const batches = useBatches()
  const page = useOperatorList(batches)
  const { role, failure, look } = page
  if (role === null) return <ClaimPage page={page} />

  const { items, loaded, hasMore } = batches
  const mayCreate = role === 'operator' || role === 'owner'
  const create = (
    <Button id="batch-new" onTap={() => toBatchCreate()}>
      {lt('new')}
    </Button>
  )
  return (
    <Layout wide>
      <FailedNotice failure={failure ?? batches.failure} retry={look} />
      <View>{mayCreate && items.length > 0 && <View className="p-batches__new">{create}</View>}</View>
      <View id="list">
        {items.map((batch, index) => (
          <BatchCard key={batch.id} id={`batch-${index + 1}`} batch={batch} />
        ))}
      </View>
      <View>
        {loaded && items.length === 0 && (
          <Empty id="empty" title={lt('empty')} text={lt(mayCreate ? 'empty.text' : 'empty.viewer')}>
            {mayCreate && create}
          </Empty>
        )}
        {(!loaded || items.length > 0) && !failure && !batches.failure && (
          <View id="list-end" className="p-batches__end">
            {loaded ? lt(hasMore ? 'more' : 'end') : t('common.loading')}
          </View>
        )}
      </View>
    </Layout>
  )
}
