import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionInput, RepairResult, RowView } from '../../../cloud/types'
import { openFile } from '../../../files/open-file'
import { type BulkKind, parted, rowsFor } from './bulk'
import { boardText } from './texts'
import type { BoardState } from './use-board'

export type Act = 'submit' | 'fix' | 'export' | 'cancelBatch' | BulkKind
export type Sheet =
  | { kind: 'submit' }
  | { kind: 'cancelBatch' }
  | { kind: 'bulk'; act: Exclude<BulkKind, 'repair'>; rows: RowView[] }
  | { kind: 'repair'; rows: RowView[] }
  | { kind: 'notCleared'; rows: RepairResult['notCleared'] }

/** Everything an operator does on the board. What needs a second thought opens a sheet first. */
export function useActs(id: string, state: BoardState) {
  const { board, batch, look, learn, take } = state
  const { busy, failure, once, dismiss } = useOnce<Act>()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const close = useCallback(() => setSheet(null), [])

  /** What went wrong may have been done all the same, when only its answer was lost: the board must not go on from before. */
  const act = (kind: Act, work: () => Promise<void>) =>
    once(kind, () =>
      work().catch(async error => {
        await look()
        throw error
      }),
    )

  const submit = () =>
    act('submit', async () => {
      close()
      take(await callAction('batch.submit', { id, confirmed: true }))
    })

  const fix = () =>
    act('fix', async () => {
      const before = batch?.faulty ?? 0
      const answer = await callAction('batch.fix', { id })
      take(answer)
      toast(boardText(answer.batch.faulty < before ? 'fix.done' : 'fix.none'))
    })

  const cancelBatch = () =>
    act('cancelBatch', async () => {
      take(await callAction('batch.cancel', { id }))
    })

  const exportAs = (what: ActionInput<'batch.export'>['what'], language: 'zh' | 'en') =>
    once('export', async () => {
      Taro.showLoading({ title: boardText('exporting') })
      const file = await callAction('batch.export', { id, what, language }).finally(() => Taro.hideLoading())
      const outcome = await openFile(file)
      if (outcome !== 'opened') toast(boardText(`export.${outcome}`))
    })

  /** Opens the sheet for those of the chosen rows it can be done with. */
  const openBulk = (kind: BulkKind) => {
    const rows = rowsFor(kind, board.chosen())
    if (rows.length === 0) return
    setSheet(kind === 'repair' ? { kind, rows } : { kind: 'bulk', act: kind, rows })
  }

  const doBulk = (kind: Exclude<BulkKind, 'repair'>, rows: RowView[]) =>
    act(kind, async () => {
      await works[kind](rows)
      board.select(false)
    })

  const works: Record<Exclude<BulkKind, 'repair'>, (rows: RowView[]) => Promise<void>> = {
    async remove(rows) {
      const answer = await callAction('batch.removeRows', { id, rowIds: rows.map(row => row.id) })
      learn(answer.batch)
      board.remove(answer.removed)
    },
    async resubmit(rows) {
      const rowIds = rows.map(row => row.id)
      take(await callAction('batch.resolve', { id, rowIds, decision: 'resubmit' }))
    },
    async cancel(rows) {
      const { undecided, others } = parted(rows)
      if (undecided.length > 0)
        take(await callAction('batch.resolve', { id, rowIds: undecided, decision: 'cancel' }))
      if (others.length > 0) take(await callAction('batch.cancel', { id, rowIds: others }))
    },
  }

  const repair = (rows: RowView[], administrator: ActionInput<'batch.repair'>['administrator']) =>
    act('repair', async () => {
      const rowIds = rows.map(row => row.id)
      const answer = await callAction('batch.repair', { id, rowIds, administrator })
      take(answer)
      board.select(false)
      setSheet(answer.notCleared.length > 0 ? { kind: 'notCleared', rows: answer.notCleared } : null)
    })

  return {
    busy,
    failure,
    dismiss,
    sheet,
    close,
    askSubmit: () => setSheet({ kind: 'submit' }),
    askCancelBatch: () => setSheet({ kind: 'cancelBatch' }),
    submit,
    fix,
    cancelBatch,
    exportAs,
    openBulk,
    doBulk,
    repair,
  }
}

export type Acts = ReturnType<typeof useActs>

function toast(title: string): void {
  Taro.showToast({ title, icon: 'none' })
}
