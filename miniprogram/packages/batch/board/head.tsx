import { View } from '@tarojs/components'
import type { BatchView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { commonText, failureText } from '../../../i18n'
import { progress } from '../shared/progress'
import { ProgressBar, progressText } from '../shared/progress-bar'
import { batchText, pauseText } from '../shared/texts'
import { useVendor } from '../shared/use-vendor'
import { boardText } from './texts'
import type { BoardState } from './use-board'

const tags: Readonly<Record<BatchView['phase'], 'good' | 'busy' | 'idle'>> = {
  draft: 'idle',
  running: 'busy',
  done: 'good',
  canceled: 'idle',
}
/** From this share of the day's quota on it is worth knowing. */
const nearlyUsed = 0.8

/** What the batch is and how far it got. */
export function Head({ batch }: { batch: BatchView }) {
  const counts = progress(batch)
  return (
    <View id="board-head" className="p-head">
      <View className="p-head__line">
        <View id="board-title" className="p-head__title">
          {batch.title}
        </View>
        <Tag kind={tags[batch.phase]} text={batchText(`phase.${batch.phase}`)} />
      </View>
      <ProgressBar counts={counts} />
      <View id="board-progress" className="p-head__note">
        {`${boardText('head.total', { total: batch.total })} · ${progressText(counts)}`}
      </View>
    </View>
  )
}

interface StripsProps {
  state: BoardState
  onLetters: () => void
}

/** What stands in the way; the board below stays as it was last known. */
export function Strips({ state, onLetters }: StripsProps) {
  const { batch, failure, look } = state
  const vendor = useVendor()
  return (
    <Apart>
      {failure && (
        <Notice id="failed" kind="error" action={{ text: commonText('retry'), onTap: look }}>
          <View>{failureText(failure)}</View>
          {batch && <View>{boardText('stale')}</View>}
        </Notice>
      )}
      {batch?.paused && (
        <Notice id="board-paused" kind="warn">
          {pauseText(batch.paused, vendor)}
        </Notice>
      )}
      {batch && !batch.paused && batch.today.sent > batch.today.limit * nearlyUsed && (
        <Notice id="board-quota" kind="info">
          {boardText('quota', batch.today)}
        </Notice>
      )}
      {batch && batch.letterRejected > 0 && (
        <Notice id="board-letter" kind="warn" action={{ text: boardText('letter.show'), onTap: onLetters }}>
          {boardText('letter', { n: batch.letterRejected })}
        </Notice>
      )}
    </Apart>
  )
}
