import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { RowView } from '../../../cloud/types'
import { useConfig } from '../../../cloud/use-config'
import { Apart } from '../../../components/apart'
import { Button } from '../../../components/button'
import { classes } from '../../../components/classes'
import { Empty } from '../../../components/empty'
import { Layout } from '../../../components/layout'
import { commonText, useTitle } from '../../../i18n'
import { Loading } from '../../../operator/loading'
import { useRole } from '../../../operator/use-role'
import { toBatchRow, toHome } from '../../../routes'
import { Bar } from './bar'
import { Head, Strips } from './head'
import { Rows } from './rows'
import { Sheets } from './sheets'
import { boardText } from './texts'
import { Tools } from './tools'
import { useActs } from './use-acts'
import { type BoardState, useBoard } from './use-board'
import { useSpan } from './use-span'
import './index.css'

const defaultPollSeconds = 5

/** A batch of up to a thousand organizations: where each stands, and what can be done about it. */
export default function BatchBoard() {
  useTitle(boardText('title'))
  const { id = '' } = useRouter().params
  const { config } = useConfig()
  const { role, failure: roleFailure, ask } = useRole()
  const state = useBoard(id, config?.pollSeconds ?? defaultPollSeconds)
  const { board, batch, failure } = state
  const shot = useSyncExternalStore(board.subscribe, board.shot)
  const acts = useActs(id, state)
  const { span, toTop } = useSpan(shot.listed.length, whatMovesTheList(state))
  // Who nobody answered about may try: the server decides anew at every act.
  const mayAct = role === undefined ? roleFailure !== null : role === 'operator' || role === 'owner'

  useEffect(() => {
    ask()
  }, [ask])

  const onTap = useCallback(
    (row: RowView) => {
      if (board.shot().selecting) board.toggle(row.number)
      else toBatchRow(row.id)
    },
    [board],
  )

  if (!batch) {
    const missing = failure?.code === 'NOT_FOUND' || failure?.code === 'INVALID_INPUT'
    return (
      <Layout wide>
        {missing ? (
          <Empty id="missing" title={boardText('missing.title')} text={boardText('missing.text')}>
            <Button id="home" onTap={() => toHome()}>
              {commonText('home')}
            </Button>
          </Empty>
        ) : (
          <Strips state={state} onLetters={() => undefined} />
        )}
        {!failure && <Loading />}
      </Layout>
    )
  }

  return (
    <Layout wide>
      <Strips
        state={state}
        onLetters={() => {
          board.setFilter('issues')
          toTop()
        }}
      />
      <Head batch={batch} />
      <Tools board={board} shot={shot} onChange={toTop} />
      <Rows board={board} shot={shot} span={span} onTap={onTap} />
      <View id="board-empty" className={classes('p-board__empty', { 'c-hidden': shot.listed.length > 0 })}>
        {boardText(shot.tally.all === 0 ? 'list.empty' : 'list.none')}
      </View>
      <Apart>
        {mayAct && <View className={classes('p-bar__room', { 'p-bar__room--tall': shot.selecting })} />}
        {mayAct && <Bar batch={batch} board={board} shot={shot} acts={acts} />}
      </Apart>
      <Apart>
        <Sheets batch={batch} acts={acts} />
      </Apart>
    </Layout>
  )
}

/** Strips above the list come and go; it must be measured anew then. */
function whatMovesTheList({ batch, failure }: BoardState): string {
  return [failure, batch, batch?.paused, (batch?.letterRejected ?? 0) > 0].map(Boolean).join()
}
