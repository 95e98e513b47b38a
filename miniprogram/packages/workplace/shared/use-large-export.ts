import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { useAnswer } from '../../../cloud/answer'
import { type ActionFailureError, callAction } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { ActionInput, ActionResults, ExportView } from '../../../cloud/types'
import { usePoll } from '../../../cloud/use-poll'
import type { KeptFile } from '../../../files/keep-file'
import { openDownloaded } from '../../../files/open-file'
import { operatorText } from '../../../operator/texts'
import { download } from './download'

export interface LargeExporting {
  /** The one that is made, or whose files can be fetched; null: none is known of. */
  job: ExportView | null
  failure: ActionFailureError | null
  /** A .csv that waits to be sent on. */
  kept: KeptFile | null
  begin: (wanted: ActionInput<'workplace.beginExport'>) => Promise<void>
  /** Looks after one that was left behind; costs nothing where none was. */
  look: () => Promise<void>
  /** Goes on where it failed. */
  retry: () => Promise<unknown>
  take: (part: number) => Promise<void>
  close: () => void
}

/** A spreadsheet that no answer holds, made part by part while somebody looks on, and taken up again on return. */
export function useLargeExport(of: ExportView['of']): LargeExporting {
  const { answer: job, failure, ask, learn } = useAnswer<ExportView>()
  const listing = useAnswer<ActionResults['workplace.exports']>()
  const taking = useOnce<'take'>()
  const [kept, setKept] = useState<KeptFile | null>(null)
  const place = `export.${of}`

  const id = job?.id
  const next = (job?.parts.length ?? 0) + 1
  const goOn = useCallback(async () => {
    if (id === undefined) return false
    return (await ask(() => callAction('workplace.goOnExport', { id, part: next }))) !== null
  }, [ask, id, next])
  usePoll({ active: job !== null && !job.done && failure === null, ask: goOn, baseSeconds: 0.2 })

  return {
    job,
    failure: failure ?? taking.failure?.error ?? null,
    kept,
    async begin(wanted) {
      const begun = await callAction('workplace.beginExport', wanted)
      Taro.setStorageSync(place, begun.id)
      learn(begun)
    },
    async look() {
      const left: unknown = Taro.getStorageSync(place)
      if (job !== null || !left) return
      const list = await listing.ask(() => callAction('workplace.exports', {}))
      if (list === null) return
      const found = list.items.find(each => each.id === left)
      if (found) learn(found)
      else Taro.removeStorageSync(place)
    },
    retry: goOn,
    async take(part) {
      if (job === null) return
      await taking.once('take', async () => {
        const { url, name } = await callAction('workplace.exportFile', { id: job.id, part })
        const trouble = await (job.format === 'csv' ? keep(url, name) : open(url, name))
        if (trouble) Taro.showToast({ title: trouble, icon: 'none' })
      })
    },
    close: () => setKept(null),
  }

  async function keep(url: string, name: string): Promise<string | null> {
    const done = await download(url, name)
    setKept(done)
    return done ? null : operatorText('file.notDownloaded')
  }
}

async function open(url: string, name: string): Promise<string | null> {
  const outcome = await openDownloaded(url, name)
  return outcome === 'opened' ? null : operatorText(`file.${outcome}`)
}
