import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import type { Patience } from '../../../cloud/poll'
import type { BatchView, RowsResult } from '../../../cloud/types'
import { usePoll } from '../../../cloud/use-poll'
import { createBoard } from './store'

/** As long as somebody looks on. */
const patience: Patience = { longest: 60_000, rounds: Number.POSITIVE_INFINITY }
const dated = ({ updatedAt }: BatchView) => updatedAt

/** A batch as the server tells it: all rows once, then what changed, again and again while somebody looks. */
export function useBoard(id: string, pollSeconds: number) {
  const [board] = useState(createBoard)
  const { answer: batch, failure, ask, learn } = useAnswer<BatchView>({ dated, joins: true })
  // Begins the watching anew, with short pauses.
  const [stirred, setStirred] = useState(0)
  const asOf = useRef(0)
  const news = useRef(false)

  /** Tells whether there was anything new. */
  const fetch = useCallback(
    async (action: 'batch.get' | 'batch.refresh'): Promise<boolean> => {
      const found = await ask(async () => {
        let answer = await callAction(action, { id, since: asOf.current })
        const grown = board.merge(answer.rows)
        // Rows that are gone are in no answer; their number is.
        const whole = asOf.current > 0 && board.size() !== answer.batch.total
        if (whole) {
          answer = await callAction('batch.get', { id, since: 0 })
          board.replace(answer.rows)
        }
        asOf.current = answer.asOf
        news.current = grown || whole
        return answer.batch
      })
      return found !== null && news.current
    },
    [id, board, ask],
  )

  /** Takes over the answer of an act; `asOf` stays, for it knows of this act only. */
  const take = useCallback(
    (answer: RowsResult) => {
      learn(answer.batch)
      board.merge(answer.rows)
      board.regroup()
      setStirred(times => times + 1)
    },
    [board, learn],
  )

  const running = batch?.phase === 'running'
  const look = useCallback(async () => {
    await fetch(running ? 'batch.refresh' : 'batch.get')
    board.regroup()
    setStirred(times => times + 1)
  }, [fetch, board, running])

  useEffect(() => {
    fetch('batch.get')
  }, [fetch])

  const watch = useCallback(() => fetch('batch.refresh'), [fetch])
  usePoll({ active: running, ask: watch, baseSeconds: pollSeconds, patience, cause: stirred })

  useDidShow(() => {
    if (asOf.current > 0) look()
  })
  usePullDownRefresh(async () => {
    await look()
    Taro.stopPullDownRefresh()
  })

  return { board, batch, failure, look, learn, take }
}

export type BoardState = ReturnType<typeof useBoard>
