import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { MyData, VendorId } from '../../../cloud/types'
import { type KeptFile, keepFile } from '../../../files/keep-file'
import { myDataText } from './texts'

const confirmed = true as const

/** What is kept, and what its person can do about it. */
export function useMyData() {
  const { answer, failure, ask } = useAnswer<MyData>()
  const acts = useOnce<'copy' | 'withdraw' | 'erase'>()
  const [copy, setCopy] = useState<KeptFile | null>(null)
  const look = () => ask(() => callAction('myData.see', {}))

  const done = (title: string) => {
    Taro.showToast({ title, icon: 'none' })
    return look()
  }
  const withdraw = async (vendor: VendorId) => {
    const went = await acts.once('withdraw', () => callAction('myData.withdraw', { vendor, confirmed }))
    if (went) await done(myDataText('withdraw.done'))
  }
  const erase = async () => {
    const went = await acts.once('erase', () => callAction('myData.erase', { confirmed }))
    if (went) await done(myDataText('erase.done'))
  }
  const takeCopy = () =>
    acts.once('copy', async () => {
      const kept = await keepFile(await callAction('myData.copy', {}))
      setCopy(kept)
      if (!kept) Taro.showToast({ title: myDataText('copy.notSaved'), icon: 'none' })
    })

  return {
    data: answer,
    lost: failure,
    failure: acts.failure?.error ?? null,
    busy: acts.busy,
    look,
    withdraw,
    erase,
    takeCopy,
    copy,
    closeCopy: () => setCopy(null),
  }
}
