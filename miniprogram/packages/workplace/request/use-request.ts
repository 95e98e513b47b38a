import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import { type KeptFile, keepFile } from '../../../files/keep-file'
import { administratorOf, inputOf, type Subject, subjectsOf, type Wish } from './request'
import { requestText } from './texts'

const confirmed = true as const
/** More of one person say nothing new. */
const limit = 10

/** Finding whom a request is about, unless a row of a batch was come from, and doing what it asks for. */
export function useRequest(rowId?: string) {
  const acts = useOnce<'find' | 'act'>()
  const [found, setFound] = useState<Subject[] | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [copy, setCopy] = useState<KeptFile | null>(null)
  const [shown, show] = useState(false)
  const [left, leave] = useState(false)

  const find = async (typed: string) => {
    const text = typed.trim()
    if (text === '') return
    leave(true)
    await acts.once('find', async () => {
      setFound(null)
      setDone(null)
      const [cases, invitations] = await Promise.all([
        callAction('workplace.verifications', { text, limit }),
        callAction('invitation.list', { text, limit }),
      ])
      setFound(subjectsOf(cases.items, invitations.items))
    })
  }

  const { once } = acts
  const findRow = useCallback(async () => {
    if (!rowId) return
    await once('find', async () => {
      const { row } = await callAction('batch.row', { rowId })
      setFound([administratorOf(row)])
    })
  }, [rowId, once])
  useEffect(() => {
    findRow()
  }, [findRow])

  const act = (wish: Wish) =>
    acts.once('act', async () => {
      const input = inputOf(wish)
      if (wish.deed === 'copy') {
        const kept = await keepFile(await callAction('request.copy', input))
        if (!kept) {
          Taro.showToast({ title: requestText('copy.notSaved'), icon: 'none' })
          return
        }
        setCopy(kept)
        show(true)
        setDone(requestText('done.copy'))
      } else if (wish.deed === 'withdraw') {
        const { stopped } = await callAction('request.withdraw', { ...input, confirmed })
        setDone(requestText('done.withdraw', { n: stopped }))
      } else {
        const { erased } = await callAction('request.erase', { ...input, confirmed })
        setDone(requestText('done.erase', { n: erased }))
      }
      setFound(null)
    })

  return {
    ...acts,
    found,
    find,
    act,
    /** Reads the row again that was come from; null: none was, or it was read, or somebody else was looked for. */
    findRow: rowId && !left && found === null && done === null ? findRow : null,
    /** What was done, in a sentence; null: nothing yet. */
    done,
    copy: shown ? copy : null,
    openCopy: copy ? () => show(true) : null,
    closeCopy: () => show(false),
  }
}

export type RequestPage = ReturnType<typeof useRequest>
