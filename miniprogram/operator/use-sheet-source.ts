import { useState } from 'react'
import { useOnce } from '../cloud/once'
import type { FileResult } from '../cloud/types'
import { openFile } from '../files/open-file'
import { pickSheet, type SheetFile } from '../files/pick-sheet'
import { discardSheet } from '../files/sheet-uploads'
import { failureText } from '../i18n'
import { operatorText } from './texts'

interface SheetSource {
  /** Why no file was taken or no template opened; null when nothing went wrong. */
  complaint: string | null
  /** The template is on its way. */
  preparing: boolean
  pick: () => Promise<unknown>
  openTemplate: () => Promise<unknown>
  /** The list comes from elsewhere. */
  leave: () => void
}

/** A list that comes from a spreadsheet: picking it, and the template to make it from. */
export function useSheetSource(
  onPick: (file: SheetFile) => void,
  fetchTemplate: () => Promise<FileResult>,
): SheetSource {
  const [complaint, setComplaint] = useState<string | null>(null)
  const picking = useOnce<'pick'>()
  const template = useOnce<'template'>()

  const pick = () =>
    picking.once('pick', async () => {
      const outcome = await pickSheet()
      if (outcome.kind === 'canceled') return
      if (outcome.kind !== 'ok') return setComplaint(operatorText(`sheet.${outcome.kind}`))
      setComplaint(null)
      // Another file: what was uploaded of the one before is not wanted any more.
      discardSheet()
      onPick(outcome.file)
    })
  const openTemplate = () =>
    template.once('template', async () => {
      setComplaint(null)
      const outcome = await openFile(await fetchTemplate())
      if (outcome !== 'opened') setComplaint(operatorText(`file.${outcome}`))
    })

  const failed = template.failure && failureText(template.failure.error)
  return {
    complaint: complaint ?? failed,
    preparing: template.busy !== null,
    pick,
    openTemplate,
    leave: () => setComplaint(null),
  }
}
