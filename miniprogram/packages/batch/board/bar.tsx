import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { BatchView } from '../../../cloud/types'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { failureText, language } from '../../../i18n'
import { toBatchLink, toNewBatchRow } from '../../../routes'
import { bulkKinds, rowsFor } from './bulk'
import type { Board, BoardShot } from './store'
import { boardText } from './texts'
import type { Acts } from './use-acts'

interface BarProps {
  batch: BatchView
  board: Board
  shot: BoardShot
  acts: Acts
}

/** What can be done now, always within reach of the thumb; and what went wrong when it was done. */
export function Bar(props: BarProps) {
  const { failure, dismiss } = props.acts
  return (
    <View id="board-bar" className="p-bar">
      <Apart>
        {failure && failure.kind !== 'repair' && (
          <Notice id="act-failed" kind="error" action={{ text: boardText('dismiss'), onTap: dismiss }}>
            {failureText(failure.error)}
          </Notice>
        )}
      </Apart>
      {props.shot.selecting ? <Selection {...props} /> : <Situation {...props} />}
    </View>
  )
}

function Situation({ batch, board, shot, acts }: BarProps) {
  const { busy } = acts
  const open = batch.phase === 'draft' || batch.phase === 'running'
  const submits = batch.phase === 'draft' || batch.sendable > 0
  const links = batch.linkMode === 'single' && batch.phase !== 'draft' && batch.phase !== 'canceled'
  const reachable = batch.counts.ready + batch.counts.processing > 0
  return (
    <>
      <View className="p-bar__main">
        {links && (
          <Button id="board-link" disabled={!reachable} onTap={() => toBatchLink(batch.id)}>
            {boardText('link')}
          </Button>
        )}
        {submits && (
          <Button
            id="board-submit"
            kind={links ? 'plain' : 'primary'}
            loading={busy === 'submit'}
            disabled={batch.sendable === 0 || busy !== null}
            onTap={acts.askSubmit}
          >
            {busy === 'submit' ? boardText('submitting') : boardText('submit', { n: batch.sendable })}
          </Button>
        )}
      </View>
      <View className="p-bar__more">
        {batch.faulty > 0 && (
          <Button
            id="board-fix"
            kind="text"
            loading={busy === 'fix'}
            disabled={busy !== null}
            onTap={acts.fix}
          >
            {boardText(busy === 'fix' ? 'fixing' : 'fix')}
          </Button>
        )}
        {open && (
          <Button id="board-add" kind="text" onTap={() => toNewBatchRow(batch.id)}>
            {boardText('add')}
          </Button>
        )}
        {shot.tally.all > 0 && (
          <Button id="board-select" kind="text" onTap={() => board.select(true)}>
            {boardText('select')}
          </Button>
        )}
        <Button id="board-more" kind="text" disabled={busy !== null} onTap={() => more(batch, board, acts)}>
          {boardText('more')}
        </Button>
      </View>
    </>
  )
}

/** WeChat's own sheet; it takes six items at most. */
async function more(batch: BatchView, board: Board, acts: Acts): Promise<void> {
  const { accepted, ready, processing } = batch.counts
  const items = [
    { text: boardText('more.board'), run: () => acts.exportAs('board', language()) },
    ...(batch.faulty > 0
      ? [{ text: boardText('more.issues'), run: () => acts.exportAs('issues', language()) }]
      : []),
    ...(accepted + ready + processing > 0
      ? [{ text: boardText('more.repair'), run: () => board.select(true) }]
      : []),
    ...(batch.phase === 'draft' || batch.phase === 'running'
      ? [{ text: boardText('more.cancel'), run: acts.askCancelBatch }]
      : []),
  ]
  const answer = await Taro.showActionSheet({ itemList: items.map(item => item.text) }).catch(() => null)
  if (answer) items[answer.tapIndex]?.run()
}

function Selection({ board, shot, acts }: BarProps) {
  const chosen = board.chosen()
  const all = shot.listed.length > 0 && shot.listed.every(number => shot.selected.has(number))
  return (
    <>
      <View className="p-bar__line">
        <View id="select-count" className="p-bar__count">
          {chosen.length > 0 ? boardText('select.count', { n: chosen.length }) : boardText('select.hint')}
        </View>
        <View id="select-all" className="p-bar__tap" aria-role="button" onClick={board.toggleAll}>
          {boardText(all ? 'select.none' : 'select.all')}
        </View>
        <View id="select-done" className="p-bar__tap" aria-role="button" onClick={() => board.select(false)}>
          {boardText('select.done')}
        </View>
      </View>
      <View className="p-bar__bulk">
        {bulkKinds.map(kind => {
          const { length } = rowsFor(kind, chosen)
          return (
            <Button
              key={kind}
              id={`bulk-${kind}`}
              kind={kind === 'repair' || kind === 'resubmit' ? 'plain' : 'danger'}
              loading={acts.busy === kind}
              disabled={length === 0 || acts.busy !== null}
              onTap={() => acts.openBulk(kind)}
            >
              {boardText(`bulk.${kind}`, { n: length })}
            </Button>
          )
        })}
      </View>
    </>
  )
}
