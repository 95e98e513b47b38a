import { callAction } from '../../../cloud/call'
import type { LoadPage } from '../../../cloud/pages'
import type { BatchView } from '../../../cloud/types'
import { useTitle } from '../../../i18n'
import { CardList } from '../../../operator/card-list'
import { toBatchCreate } from '../../../routes'
import { BatchCard } from './batch-card'
import { batchListText } from './texts'
import './index.css'

const load: LoadPage<BatchView> = page => callAction('batch.list', page)

/** All batches of this operator, newest first. */
export default function BatchList() {
  useTitle(batchListText('title'))
  return (
    <CardList
      load={load}
      newId="batch-new"
      words={{
        new: batchListText('new'),
        empty: batchListText('empty'),
        emptyText: batchListText('empty.text'),
        emptyViewer: batchListText('empty.viewer'),
      }}
      onNew={toBatchCreate}
      card={(batch, index) => <BatchCard key={batch.id} id={`batch-${index + 1}`} batch={batch} />}
    />
  )
}
