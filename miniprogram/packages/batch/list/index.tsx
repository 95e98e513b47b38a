import { View } from '@tarojs/components'
import { callAction } from '../../../cloud/call'
import { type LoadPage, usePages } from '../../../cloud/pages'
import type { BatchView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { useTitle } from '../../../i18n'
import { ClaimPage } from '../../../operator/claim-page'
import { FailedNotice } from '../../../operator/failed-notice'
import { ListEnd } from '../../../operator/list-end'
import { useOperatorList } from '../../../operator/use-operator-page'
import { toBatchCreate } from '../../../routes'
import { BatchCard } from './batch-card'
import { batchListText } from './texts'
import './index.css'

const load: LoadPage<BatchView> = page => callAction('batch.list', page)

/** All batches of this operator, newest first; for everybody else the way to become one. */
export default function BatchList() {
  useTitle(batchListText('title'))
  const batches = usePages(load)
  const page = useOperatorList(batches)
  const { role, failure, look } = page
  if (role === null) return <ClaimPage page={page} />

  const { items, loaded } = batches
  const wrong = failure ?? batches.failure
  const mayCreate = role === 'operator' || role === 'owner'
  const create = (
    <Button id="batch-new" onTap={() => toBatchCreate()}>
      {batchListText('new')}
    </Button>
  )
  return (
    <Layout wide>
      <FailedNotice failure={wrong} retry={look} />
      <Apart>{mayCreate && items.length > 0 && <View className="p-batches__new">{create}</View>}</Apart>
      <View id="list">
        {items.map((batch, index) => (
          <BatchCard key={batch.id} id={`batch-${index + 1}`} batch={batch} />
        ))}
      </View>
      <Apart>
        {loaded && items.length === 0 && (
          <Empty
            id="empty"
            title={batchListText('empty')}
            text={batchListText(mayCreate ? 'empty.text' : 'empty.viewer')}
          >
            {mayCreate && create}
          </Empty>
        )}
        <ListEnd pages={batches} failed={wrong !== null} />
      </Apart>
    </Layout>
  )
}
