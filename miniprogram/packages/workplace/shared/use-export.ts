import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type ActionFailureError, failedWith } from '../../../cloud/call'
import { useOnce } from '../../../cloud/once'
import type { FileResult } from '../../../cloud/types'
import { type KeptFile, keepFile } from '../../../files/keep-file'
import { openFile } from '../../../files/open-file'
import { operatorText } from '../../../operator/texts'
import { workplaceText } from './texts'

const formats = ['xlsx', 'csv'] as const
export type Format = (typeof formats)[number]

export interface Exporting {
  busy: boolean
  failure: ActionFailureError | null
  /** A .csv that waits to be sent on. */
  kept: KeptFile | null
  /** Asks for the format first. */
  start: () => Promise<void>
  dismiss: () => void
  close: () => void
}

/**
 * A spreadsheet opens by itself; a .csv, which WeChat does not show, is kept and offered by `KeptSheet`. What no answer
 * holds is `large`.
 */
export function useExport(
  fetch: (format: Format) => Promise<FileResult>,
  large: (format: Format) => Promise<void>,
): Exporting {
  const { busy, failure, once, dismiss } = useOnce<'export'>()
  const [kept, setKept] = useState<KeptFile | null>(null)

  const start = async () => {
    if (busy !== null) return
    const itemList = formats.map(format => workplaceText(`export.${format}`))
    const answer = await Taro.showActionSheet({ itemList }).catch(() => null)
    const format = answer && formats[answer.tapIndex]
    if (!format) return
    await once('export', async () => {
      Taro.showLoading({ title: workplaceText('export.busy') })
      const file = await inOneAnswer(format).finally(() => Taro.hideLoading())
      if (file === null) return
      const trouble = await (format === 'csv' ? keep(file) : open(file))
      if (trouble) Taro.showToast({ title: trouble, icon: 'none' })
    })
  }
  const inOneAnswer = async (format: Format) => {
    try {
      return await fetch(format)
    } catch (error) {
      if (!failedWith(error, 'RANGE_TOO_LARGE')) throw error
      await large(format)
      return null
    }
  }
  const keep = async (file: FileResult) => {
    const done = await keepFile(file)
    setKept(done)
    return done ? null : operatorText('file.notSaved')
  }

  return {
    busy: busy !== null,
    failure: failure?.error ?? null,
    kept,
    start,
    dismiss,
    close: () => setKept(null),
  }
}

async function open(file: FileResult): Promise<string | null> {
  const outcome = await openFile(file)
  return outcome === 'opened' ? null : operatorText(`file.${outcome}`)
}
