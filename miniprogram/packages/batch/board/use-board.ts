import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type ActionFailureError, callAction, toFailure } from '../../../cloud/call'
import type { BatchView, RowsResult } from '../../../cloud/types'
import { createBoard } from './store'
import { startWatching } from './watch'

/** A batch as the server tells it: all rows once, then what changed, again and again while somebody looks. */
export function useBoard(id: string, pollSeconds: number) {
  const [board] = useState(createBoard)
  const [batch, setBatch] = useState<BatchView | null>(null)
  const [failure, setFailure] = useState<ActionFailureError | null>(null)
  const [shown, setShown] = useState(true)
  // Begins the watching anew, with short pauses.
  const [stirred, setStirred] = useState(0)
  const asOf = useRef(0)
  const asking = useRef<Promise<boolean> | null>(null)

  const learn = useCallback((fresh: BatchView) => {
    setBatch(known => (known && (fresh.updatedAt < known.updatedAt || same(fresh, known)) ? known : fresh))
  }, [])

  /** Tells whether there was anything new. */
  const fetch = useCallback(
    async (action: 'batch.get' | 'batch.refresh'): Promise<boolean> => {
      try {
        let answer = await callAction(action, { id, since: asOf.current })
        // Rows that are gone are in no answer; their number is.
        const grown = asOf.current > 0 && board.merge(answer.rows)
        const whole = asOf.current > 0 && board.size() !== answer.batch.total
        if (whole) answer = await callAction('batch.get', { id, since: 0 })
        if (whole || asOf.current === 0) board.replace(answer.rows)
        asOf.current = answer.asOf
        learn(answer.batch)
        setFailure(null)
        return grown || whole
      } catch (error) {
        setFailure(toFailure(error))
        return false
      }
    },
    [id, board, learn],
  )

  const ask = useCallback(
    (action: 'batch.get' | 'batch.refresh') => {
      asking.current ??= fetch(action).finally(() => {
        asking.current = null
      })
      return asking.current
    },
    [fetch],
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
    await ask(running ? 'batch.refresh' : 'batch.get')
    board.regroup()
    setStirred(times => times + 1)
  }, [ask, board, running])

  useEffect(() => {
    ask('batch.get')
  }, [ask])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `stirred` is a cause, not a value.
  useEffect(() => {
    if (!shown || !running) return undefined
    return startWatching(() => ask('batch.refresh'), pollSeconds)
  }, [shown, running, pollSeconds, ask, stirred])

  useDidShow(() => {
    setShown(true)
    if (asOf.current > 0) look()
  })
  useDidHide(() => setShown(false))
  usePullDownRefresh(async () => {
    await look()
    Taro.stopPullDownRefresh()
  })

  return { board, batch, failure, look, learn, take }
}

export type BoardState = ReturnType<typeof useBoard>

function same(a: BatchView, b: BatchView): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
