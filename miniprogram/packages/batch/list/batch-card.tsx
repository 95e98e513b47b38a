import { View } from '@tarojs/components'
import type { BatchView } from '../../../cloud/types'
import { Tag } from '../../../components/tag'
import { ago } from '../../../i18n/time'
import { Card } from '../../../operator/card'
import { toBatch } from '../../../routes'
import { progress } from '../shared/progress'
import { ProgressBar, progressText } from '../shared/progress-bar'
import { batchText, pauseText } from '../shared/texts'
import { useVendor } from '../shared/use-vendor'
import { batchListText } from './texts'

const tags: Readonly<Record<BatchView['phase'], 'good' | 'busy' | 'idle'>> = {
  draft: 'idle',
  running: 'busy',
  done: 'good',
  canceled: 'idle',
}

interface BatchCardProps {
  id: string
  batch: BatchView
}

/** One batch at a glance: what it is, how far it got, what stands in its way. */
export function BatchCard({ id, batch }: BatchCardProps) {
  const { title, total } = batch
  const counts = progress(batch)
  const words = progressText(counts)
  const vendor = useVendor()
  return (
    <Card
      id={id}
      name={title}
      note={batchListText('item.note', { time: ago(batch.createdAt, Date.now()), total })}
      tag={<Tag kind={tags[batch.phase]} text={batchText(`phase.${batch.phase}`)} />}
      bar={<ProgressBar counts={counts} />}
      onTap={() => toBatch(batch.id)}
    >
      <View>{words}</View>
      {batch.paused && <View className="p-batches__paused">{pauseText(batch.paused, vendor)}</View>}
    </Card>
  )
}
