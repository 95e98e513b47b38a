import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionResults, AttachmentKind, Handoff } from '../../../cloud/types'
import { type AdministratorDraft, toAdministrator } from '../shared/administrator'
import { changes, cleared, type Typed, withTyped } from './form'
import { rowText } from './texts'

export type Act = 'save' | 'resubmit' | 'cancel' | 'repair' | 'link' | AttachmentKind
type RowResult = ActionResults['batch.row']
type Link = Extract<Handoff, { kind: 'webUrl' }>

/** One row as the server tells it, and everything that can be done with it. Without a row: one to be added. */
export function useRow(batchId: string, givenRowId: string | null) {
  const { answer, failure: lost, ask, learn } = useAnswer<RowResult>()
  const [typed, setTyped] = useState<Typed>({})
  const [added, setAdded] = useState(false)
  const [link, setLink] = useState<Link | null>(null)
  const [notCleared, setNotCleared] = useState<string | null>(null)
  const acts = useOnce<Act>()
  const row = answer?.row ?? null
  const rowId = row?.id ?? givenRowId
  const saved = row?.fields ?? null
  const changed = changes(saved, typed)

  const fetch = useCallback(
    async (id: string | null) => {
      if (id !== null) await ask(() => callAction('batch.row', { rowId: id }))
    },
    [ask],
  )
  const load = () => fetch(rowId)
  useEffect(() => {
    fetch(givenRowId)
  }, [fetch, givenRowId])

  /** Acts on a batch answer with lines of the board: the details are asked for again. */
  const act = (kind: Act, work: (id: string, rowIds: string[]) => Promise<void>) =>
    acts.once(kind, async () => {
      if (!answer) return
      setNotCleared(null)
      // Also after what went wrong: it may have been done, and only its answer was lost.
      await work(answer.batch.id, [answer.row.id]).finally(load)
      setLink(null)
    })

  return {
    ...acts,
    row,
    batch: answer?.batch ?? null,
    lost,
    load,
    saved,
    typed,
    changed,
    dirty: Object.keys(changed).length > 0,
    added,
    link,
    notCleared,
    type: (column: keyof Typed, value: string) => setTyped(before => withTyped(saved, before, column, value)),
    clear: (column: keyof Typed) => setTyped(before => cleared(before, column)),
    save: () =>
      acts.once('save', async () => {
        const which = row ? { rowId: row.id } : {}
        const result = await callAction('batch.saveRow', { id: batchId, ...which, fields: changed })
        learn(result)
        setTyped({})
        if (row) Taro.showToast({ title: rowText('save.done'), icon: 'none' })
        else setAdded(true)
      }),
    /** An empty form again. */
    addMore: () => {
      learn(null)
      setAdded(false)
    },
    attach: async (kind: AttachmentKind, fileId: string | null) => {
      if (row) learn(await callAction('batch.attach', { rowId: row.id, kind, fileId }))
    },
    resubmit: () =>
      act('resubmit', async (id, rowIds) => {
        await callAction('batch.resolve', { id, rowIds, decision: 'resubmit' })
      }),
    cancel: () =>
      act('cancel', async (id, rowIds) => {
        await callAction('batch.cancel', { id, rowIds })
      }),
    repair: (draft: AdministratorDraft) =>
      act('repair', async (id, rowIds) => {
        const administrator = toAdministrator(draft)
        const result = await callAction('batch.repair', { id, rowIds, administrator })
        setNotCleared(result.notCleared[0]?.text ?? null)
      }),
    getLink: () =>
      acts.once('link', async () => {
        if (row) setLink((await callAction('batch.rowLink', { rowId: row.id })).handoff)
      }),
  }
}

export type RowPage = ReturnType<typeof useRow>
